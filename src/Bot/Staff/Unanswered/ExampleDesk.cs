using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Staff.Unanswered;

/// <summary>Adds what citizens asked to the example questions of a section, in the draft of its notice.</summary>
public sealed class ExampleDesk(NoticeDesk desk, DraftLog drafts, LiveContent live, AuditLog audit, TimeProvider time)
{
    public const int Longest = 200;

    private const string ByHand = "example.by-hand";

    private const int MostProposed = 5;

    // Beyond the first few nothing is near enough to be taken for the other.
    private const int MostRivals = 3;

    /// <summary>The sections that come nearest to a question, the nearest first.</summary>
    public IEnumerable<Passage> Proposed(string question) => live.Current.Librarian.Explain(question).Select(e => e.Passage).Take(MostProposed);

    /// <summary>The sections in whose heading, or whose notice's title, every word of a search stands.</summary>
    public IEnumerable<Passage> Found(string search)
    {
        var words = NoticeReader.Slug(search).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : live.Current.Librarian.Passages.Where(IsNamed);

        bool IsNamed(Passage passage) => NoticeReader.Slug($"{passage.Notice.Title} {passage.Section.Heading}") is var name && words.All(name.Contains);
    }

    /// <summary>The other sections that hold a question like this one, or answer it now.</summary>
    public IEnumerable<Rival> Rivals(Passage home, string question)
    {
        var librarian = live.Current.Librarian;
        var text = librarian.Understand(question).Text;
        var gist = librarian.Gist(text);
        var answers = librarian.Ask(new Question(text), VietnamTime.Day(time.GetUtcNow())).Source;
        foreach (var other in librarian.Explain(question).Select(e => e.Passage).Where(p => p.Address != home.Address).Take(MostRivals))
        {
            var (example, likeness) = other.Section.Questions.Select(q => (q.Ask, Like(q.Ask))).OrderByDescending(q => q.Item2).FirstOrDefault();
            if (likeness >= Likeness.Alike) yield return new Rival(other, example);
            else if (other == answers) yield return new Rival(other, null);
        }

        double Like(string example) => Likeness.Of(gist, librarian.Gist(librarian.Understand(example).Text));
    }

    /// <summary>Adds a question to a section; null when done, else the key of why not.</summary>
    public async Task<string?> AddAsync(Passage home, string question, string actor)
    {
        var (section, file) = (home.Section.Id, NoticeFile.Of(home.Notice.File));
        if (file is null) return ByHand;
        var draft = drafts.Find(file);
        var published = draft is null ? desk.Published(file) : null;
        if ((draft?.Text ?? published) is not { } text || Asks(file, text) is not { } before || !before.Contains((section, null))) return ByHand;
        if (before.Contains((section, question))) return "example.known";
        // Read again: whatever the text is like, nothing but the question may have come to it.
        var next = ExampleText.With(text, section, question);
        if (next is null || Asks(file, next) is not { } after || !after.SetEquals(before.Add((section, question)))) return ByHand;
        var mark = draft is null ? NoticeFile.Mark(published!) : draft.Base;
        var saved = await drafts.SaveAsync(file, next, mark, actor, draft?.Version ?? 0, session =>
            audit.Write(session, new AuditEntry(AuditEvent.ExampleAdded, actor, $"{file.Path}#{section}")));
        return saved is null ? "example.meanwhile" : null;
    }

    // Every section and example question of a notice, a section without questions, too; null where the notice cannot be read.
    private static ImmutableHashSet<(string Section, string? Ask)>? Asks(NoticeFile file, string text) =>
        NoticeReader.Read(new ContentFile(file.Path, Candidates.AsPublished(text)), []) is { } notice
            ? [.. notice.Sections.SelectMany(s => s.Questions.Select(q => (s.Id, (string?)q.Ask)).Append((s.Id, null)))]
            : null;
}
