using System.Collections.Immutable;
using Bot.Conversations;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Content;

/// <summary>Asks an edition the example questions of notices: which section answers, and whether that is right.</summary>
public sealed class ExampleTest(Edition edition, DateOnly today)
{
    private readonly AnswerWriter writer = new(edition.Wording);

    /// <summary>Asks a question as it stands.</summary>
    /// <param name="home">The section that it is an example of; null where the edition has none.</param>
    public Tested Ask(ExampleQuestion question, Passage? home) =>
        Judge(edition.Librarian.Ask(new Question(edition.Librarian.Understand(question.Ask).Text), today), question, home);

    /// <summary>The same without its own wording as evidence: how a question like it would fare that nobody wrote down.</summary>
    public Tested AskWithout(ExampleQuestion question, Passage? home) =>
        Judge(edition.Librarian.AskWithout(question, home?.Address, today), question, home);

    private Tested Judge(Finding finding, ExampleQuestion question, Passage? home)
    {
        if (finding.About is not { } found) return new Tested(false, null);
        // What a right answer contains decides; without such words it must come from the section itself.
        return new Tested(question.Contains.IsEmpty ? home is not null && IsFrom(finding, found, home) : HoldsAll(finding, question.Contains), found.Address);
    }

    private static bool IsFrom(Finding finding, Passage found, Passage home) =>
        finding is not Finding.AspectNotStated && (found == home || (finding as Finding.Said)?.Now == home || found.Address == home.Section.Now);

    private bool HoldsAll(Finding finding, ImmutableArray<string> words)
    {
        var reply = writer.Write(finding, today, null, AskedFor.Nothing)!.Markdown.Replace("**", "");
        return words.All(one => reply.Contains(one, StringComparison.OrdinalIgnoreCase));
    }
}
