using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;

namespace Bot.Staff.Unanswered;

/// <summary>A recorded question as it is understood now.</summary>
/// <param name="Gist">What it is about.</param>
/// <param name="IsTopic">Whether it is a topic that has a sentence of its own in replies.md.</param>
public sealed record ReadQuestion(string Text, ImmutableArray<string> Gist, bool IsTopic)
{
    public static ReadQuestion Of(string text, Edition edition)
    {
        var understood = edition.Librarian.Understand(text).Text;
        return new ReadQuestion(text, edition.Librarian.Gist(understood), edition.Intents.Recognize(understood).Any(intent => !Brain.Acts(intent)));
    }
}
