using System.Text.RegularExpressions;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Accounts;
using Bot.Staff.Audit;
using Bot.Staff.Urgent;
using Bot.Storage.Figures;
using Bot.Tests.Conversations;
using Knowledge.Notices;

namespace Bot.Tests.HouseRules;

/// <summary>What citizens read lives in content/, all of it is used, and all that is used is there.</summary>
public partial class WordingRules
{
    private static readonly string Source = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(RepositoryContent.Root, "src"), "*.cs*", SearchOption.AllDirectories)
        .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Wording Wording = RepositoryContent.Edition.Wording;

    private static readonly Wording PageWords = Page("words");

    private static readonly Wording StaffWords = Page("nhan-vien");

    [Fact]
    public void Every_key_that_the_code_says_is_written()
    {
        var said = SaidKey().Matches(Source).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(said);
        Assert.Equal([], said.Where(key => !Wording.Has(key) && !PageWords.Has(key) && !StaffWords.Has(key)));
    }

    [Fact]
    public void Every_key_that_is_written_is_said()
    {
        // Keys that are put together from what is read: an intent's name, a state's number, a kind, an audience, what was sent, an error.
        var families = RepositoryContent.Edition.Intents.Names.Select(n => "intent." + n)
            .Concat(Enumerable.Range(1, 10).Select(n => $"dossier.state.{n}"))
            .Concat(RepositoryContent.Edition.Librarian.Passages.SelectMany(p => (string[])["audience." + p.Section.Audience, "answer.note." + NoticeReader.Slug(p.Notice.Kind)]))
            .Concat(["attached.sticker", "attached.audio", "attached.location"])
            .Concat(((string[])["failed", "missing", "forbidden", "refused"]).Select(error => $"error.{error}-title"))
            .Concat(Enum.GetValues<StaffRole>().Select(role => "role." + role.Name()))
            .Concat(UrgentDesk.AllChannels.Select(channel => "channel." + channel))
            .Concat(FigureLog.Kinds.Select(what => "figures.what." + what))
            .Concat(AuditEvents.Select(name => "event." + name))
            // What stands below a field of the editor, by the key of its label.
            .Concat(StaffWords.Keys.Where(key => key.EndsWith("-note", StringComparison.Ordinal) && Source.Contains($"\"{key[..^"-note".Length]}\", ", StringComparison.Ordinal))).ToHashSet();
        Assert.Equal([], Wording.Keys.Concat(PageWords.Keys).Concat(StaffWords.Keys).Where(key => !families.Contains(Vietnamese(key)) && !Source.Contains($"\"{Vietnamese(key)}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_channel_and_everything_that_is_counted_has_a_name_on_the_pages()
    {
        var names = UrgentDesk.AllChannels.Select(channel => "channel." + channel).Concat(FigureLog.Kinds.Select(what => "figures.what." + what));
        Assert.Equal([], names.Where(name => !StaffWords.Has(name)));
    }

    [Fact]
    public void Everything_that_is_audited_has_a_name_on_the_page() => Assert.Equal([], AuditEvents.Where(name => !StaffWords.Has("event." + name)));

    [Fact]
    public void Every_english_sentence_has_a_vietnamese_one_that_fills_its_placeholders()
    {
        foreach (var key in Wording.Keys.Where(key => Vietnamese(key) != key))
        {
            Assert.True(Wording.Has(Vietnamese(key)), key);
            // What is quoted from a notice in Vietnamese may be left out.
            Assert.Subset(Names(Vietnamese(key)), Names(key));
        }

        static HashSet<string> Names(string key) => [.. Placeholder().Matches(Wording.Say(key)).Select(m => m.Value)];
    }

    private static IEnumerable<string> AuditEvents => typeof(AuditEvent).GetFields().Select(name => (string)name.GetValue(null)!);

    private static Wording Page(string name) => Wording.Read(new ContentFile($"pages/{name}.md", RepositoryContent.Edition.Pages[name]), RepositoryContent.Edition.Agency, []);

    private static string Vietnamese(string key) => key.EndsWith(Bot.Conversations.Wording.EnglishSuffix, StringComparison.Ordinal) ? key[..^Bot.Conversations.Wording.EnglishSuffix.Length] : key;

    [Fact]
    public void Every_placeholder_is_filled()
    {
        var filled = ValueName().Matches(Source).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal([], Wording.Keys.SelectMany(key => Placeholder().Matches(Wording.Say(key)).Select(m => m.Groups[1].Value)).Where(name => !filled.Contains(name)).Distinct());
    }

    // The agency stands in content/agency.yaml: another one adopts the assistant by replacing content/.
    [Fact]
    public void Nothing_about_the_agency_stands_in_the_code()
    {
        var agency = RepositoryContent.Edition.Agency;
        foreach (var word in (string[])[agency.Place, agency.Hotline, agency.Name, agency.Portal, "langson", "H37"])
            Assert.DoesNotContain(word, Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_content_of_the_repository_has_no_fault()
    {
        var faults = new ContentCheck(RepositoryContent.Edition, Today).Run();
        Assert.Equal([], faults.Where(f => !f.IsWarning).Select(f => f.ToString()));
    }

    // How questions would fare that nobody wrote down: each example question with its own wording left out.
    [Fact]
    public void Nearly_every_example_question_is_answered_without_its_own_wording()
    {
        var check = new ContentCheck(RepositoryContent.Edition, Today);
        var tested = RepositoryContent.Edition.Librarian.Passages.SelectMany(p => p.Section.Questions.Select(q => check.TestWithout(q, p).IsRight)).ToList();
        Assert.InRange(tested.Count(isRight => isRight), 0.95 * tested.Count, tested.Count);
    }

    [Fact]
    public void Every_notice_cites_its_source() =>
        Assert.Equal([], RepositoryContent.Edition.Catalogue.Notices.Values.Where(n => n.Source.Name.Length < 10).Select(n => n.Id));

    // A near topic is offered as a button that says the heading: the heading must lead to its section.
    [Fact]
    public void Every_heading_leads_to_its_section()
    {
        var librarian = RepositoryContent.Edition.Librarian;
        Assert.Equal([], librarian.Passages.Where(p => librarian.Explain(p.Section.Heading)[0].Passage is var found && found != p && found.Address != p.Section.Now && found.Section.Now != p.Address)
            .Select(p => $"{p.Address} «{p.Section.Heading}»"));
    }

    [GeneratedRegex("""(?:Say|Ask)\((?:conversation, )?"([a-z][a-z0-9.-]+)"[,)]""")]
    private static partial Regex SaidKey();

    [GeneratedRegex("""\("([a-z-]+)", """)]
    private static partial Regex ValueName();

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Placeholder();
}
