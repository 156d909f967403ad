using Bot.Conversations;

namespace Bot.Channels.Fitting;

/// <summary>The few words that fitting may add to a reply.</summary>
/// <param name="More">The sentence below a text that was cut, with the address of the page where it can be read in full.</param>
/// <param name="Source">What a button, or a line, that leads to a source is called.</param>
public sealed record FittingWords(string More, string Source)
{
    /// <summary>The words of replies.md.</summary>
    /// <param name="wording">The sentences, in the language of the reply.</param>
    /// <param name="ask">The whole address of the page where a question can be asked.</param>
    public static FittingWords Of(Wording wording, string ask) => new(wording.Say("fit.more", ("url", ask)), wording.Say("fit.source"));
}
