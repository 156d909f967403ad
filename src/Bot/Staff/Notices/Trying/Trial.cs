using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Knowledge.Analysis;
using Knowledge.Answers;
using Knowledge.Passages;

namespace Bot.Staff.Notices.Trying;

/// <summary>A question asked of an edition as a citizen would ask it first, and why it was answered so.</summary>
public sealed class Trial
{
    /// <summary>How many passages are shown.</summary>
    public const int Shown = 5;

    private readonly Edition edition;
    private readonly AnalyzedText understood;

    /// <param name="keptDays">For how many days talks are kept, which an answer may say.</param>
    public Trial(Edition edition, string question, DateTimeOffset now, int keptDays)
    {
        this.edition = edition;
        understood = edition.Librarian.Understand(question).Text;
        Decision = edition.Brain.Decide(Conversation.Met, new Said(now, question) { KeptDays = keptDays });
        Evidence = [.. edition.Librarian.Explain(question).Take(Shown)];
    }

    public Decision Decision { get; }

    /// <summary>The passages that come near, best first.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    /// <summary>What the question was read as.</summary>
    public string Understood => understood.Exact;

    /// <summary>What else than a question it was recognised as.</summary>
    public ImmutableArray<string> Intents => [.. edition.Intents.Recognize(understood)];

    /// <summary>The least confidence with which an answer is given.</summary>
    public static float Threshold => AnswerParameters.Default.LeastConfidence;

    /// <summary>The words of the question that a passage has, too, in its heading, text or example questions.</summary>
    public IEnumerable<string> Matched(Passage passage)
    {
        var section = passage.Section;
        var words = Words(string.Join('\n', [passage.Notice.Title, section.Heading, section.Text, .. section.Questions.Select(question => question.Ask)]));
        var asked = edition.Librarian.ContentWords(understood);
        return understood.Tokens.Where(token => understood.FoldedOf(token).ToString() is var word && asked.Contains(word) && words.Contains(word))
            .Select(token => understood.ExactOf(token).ToString()).Distinct();
    }

    private static HashSet<string> Words(string text)
    {
        var read = Tokenizer.Tokenize(Normalizer.Normalize(text));
        return [.. read.Tokens.Select(token => read.FoldedOf(token).ToString())];
    }
}
