using System.Collections.Immutable;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>Words what the librarian found: the direct answer first, then its source and whether it still holds.</summary>
/// <param name="wording">The sentences around the answer; with English ones the English part of a section answers, where it has one.</param>
public sealed class AnswerWriter(Wording wording)
{
    // Together with sources and links a reply stays below 1,200 characters: nobody reads more on a phone.
    private const int AloneLength = 620;
    private const int NowLength = 330;
    private const int OlderLength = 240;

    // For all parts of an answer to several questions together, sources aside.
    private const int SeveralLength = 620;

    // "Không. …": which only answers who asked whether.
    private readonly ImmutableArray<string> leads = wording.Items("answer.leads");

    /// <summary>The reply for what was found to one question; null for nothing.</summary>
    /// <param name="lead">What is said before it: a number confirmed or corrected, a sum reckoned.</param>
    /// <param name="asked">What the question asks for: what leads.</param>
    public Reply? Write(Finding finding, DateOnly today, string? lead, AskedFor asked) => finding switch
    {
        Finding.Said said => Write(said, today, lead, asked),
        Finding.NotStated silent => new Reply(Led(lead, InVietnamese(silent.Passage) + Text(silent.Passage, asked)) + "\n\n" + wording.Say("not-stated.contact"), Outcome.Unanswered) { Sections = [silent.Passage.Address] },
        Finding.AspectNotStated silent => new Reply(Led(lead, Unstated(silent)) + " " + wording.Say("not-stated.contact"), Outcome.Unanswered),
        _ => null,
    };

    /// <summary>One reply to several questions, each answered briefly with its source.</summary>
    public Reply WriteSeveral(ImmutableArray<Finding> findings, DateOnly today, AskedFor asked)
    {
        var most = Most(findings.SelectMany(Quoted).Select(passage => Whole(passage, asked).Length), SeveralLength);
        var parts = findings.Select((finding, i) => wording.Say("answer.part", ("number", (i + 1).ToString()), ("text", Brief(finding, most, today, asked))));
        var isAnswered = findings.Any(f => f is Finding.Said);
        var contact = findings.All(f => f is Finding.Said) ? "" : "\n\n" + wording.Say("not-stated.contact");
        return new Reply(string.Join("\n\n", parts) + contact, isAnswered ? Outcome.Answered : Outcome.Unanswered)
        {
            Sections = [.. findings.Select(f => f.Source?.Address).OfType<SectionAddress>()],
            Citations = [.. findings.OfType<Finding.Said>().SelectMany(Cited)],
            Buttons = isAnswered ? Judging() : [],
        };
    }

    /// <summary>The reply for one point of a section's list.</summary>
    public Reply WriteItem(Passage passage, int number, string item, DateOnly today) =>
        new(InVietnamese(passage) + wording.Say("answer.part", ("number", number.ToString()), ("text", item)) + "\n\n" + Say("answer.source", passage, today), Outcome.Answered)
        {
            Sections = [passage.Address], Citations = [Cite(passage)], Buttons = Judging(),
        };

    /// <summary>Where a passage's page is.</summary>
    public static string Path(SectionAddress address) => $"/thong-bao/{address.Notice}#{address.Section}";

    /// <summary>Where a notice's page is.</summary>
    public static string Path(Notice notice) => $"/thong-bao/{notice.Id}";

    /// <summary>A notice in a few words: kind, number or that it has none, date; nothing of a number that is not known here.</summary>
    public string Document(Notice notice)
    {
        var number = notice.Number is { } known ? wording.Say("answer.number", ("number", known)) : notice.IsUnnumbered ? wording.Say("answer.no-number") : null;
        var (kind, date) = (("kind", notice.Document), ("date", Written(notice.Issued)));
        return number is null ? wording.Say("answer.document-without-number", kind, date) : wording.Say("answer.document", kind, ("number", number), date);
    }

    /// <summary>A notice by its kind and date alone.</summary>
    public string Dated(Notice notice) => wording.Say("answer.document-dated", ("kind", notice.Document), ("date", Written(notice.Issued)));

    /// <summary>Whether a notice holds on a day, in a sentence.</summary>
    public string Validity(Notice notice, DateOnly today)
    {
        // What a notice notes, it notes in Vietnamese.
        var note = notice.Effective.Note is { } n && !wording.IsEnglish ? wording.Say("validity.note", ("note", n)) : "";
        if (notice.HoldsOn(today)) return notice.Effective.From is { } from ? wording.Say("validity.in-force-from", ("from", Written(from))) : wording.Say("validity.in-force");
        if (notice.Status != NoticeStatus.Historical && notice.Effective.From is { } later && later.First > today) return wording.Say("validity.not-yet", ("from", Written(later)));
        return wording.Say(notice.MayHoldOn(today) ? "validity.unconfirmed" : "validity.historical", ("date", Written(notice.Issued)), ("note", note));
    }

    /// <summary>A sentence that names a passage: its notice, its date and whether that holds.</summary>
    public string Say(string key, Passage passage, DateOnly today) => wording.Say(key,
        ("issuer", passage.Notice.Issuer), ("document", Document(passage.Notice)), ("heading", passage.Section.Heading), ("path", Path(passage.Address)),
        ("validity", Validity(passage.Notice, today)), ("date", Written(passage.Notice.Issued)));

    /// <summary>A passage as the source of a reply.</summary>
    public Citation Cite(Passage passage) => new(
        passage.Section.Heading + " – " + passage.Notice.Issuer + ", " + Document(passage.Notice),
        Path(passage.Address),
        Shortened.Plain(passage.Section.Text, 200));

    private Reply Write(Finding.Said said, DateOnly today, string? lead, AskedFor asked)
    {
        var (passage, now) = (said.Passage, said.Now);
        var text = now is null
            ? Body(passage, AloneLength, asked) + "\n\n" + Say("answer.source", passage, today)
            : Body(now, NowLength, asked) + "\n\n" + Say("answer.source", now, today) + "\n\n" + Say("answer.older", passage, today) + "\n\n" + Body(passage, OlderLength, asked);
        if (said.IsAllSaid) text += "\n\n" + wording.Say("not-stated.contact");
        return new Reply(Led(lead, text), Outcome.Answered) { Sections = [passage.Address], Citations = [.. Cited(said)], Buttons = Judging() };
    }

    private string Brief(Finding finding, int most, DateOnly today, AskedFor asked) => finding switch
    {
        Finding.Said { Now: { } now } said => Short(now, most, asked) + " " + Say("answer.brief-source", now, today) + " " + wording.Say("answer.brief-older", ("text", Short(said.Passage, most, asked))) + " " + Say("answer.brief-source", said.Passage, today),
        Finding.Said said => Short(said.Passage, most, asked) + " " + Say("answer.brief-source", said.Passage, today),
        Finding.AspectNotStated silent => Unstated(silent),
        Finding.Nothing nothing => wording.Say("answer.part-unanswered", ("part", Plain.Text(nothing.Part!))),
        _ => Short(finding.Source!, most, asked),
    };

    private static IEnumerable<Passage> Quoted(Finding finding) => finding is Finding.Said { Now: { } now } said ? [now, said.Passage] : finding.Source is { } source ? [source] : [];

    // How long each of some texts may be, so that all together keep within a length: what the short ones leave is the long ones'.
    private static int Most(IEnumerable<int> lengths, int all)
    {
        var (left, longer) = (all, lengths.Order().ToList());
        while (longer.Count > 0 && longer[0] <= left / longer.Count)
        {
            left -= longer[0];
            longer.RemoveAt(0);
        }
        return longer.Count == 0 ? all : left / longer.Count;
    }

    private string Short(Passage passage, int length, AskedFor asked) => InVietnamese(passage, " ") + Cut(passage, length, asked);

    private string Cut(Passage passage, int length, AskedFor asked) => Whole(passage, asked, length) is var text && Shortened.To(text, length) is { } shorter ? shorter : text;

    // A list within a numbered part would be hard to read: its points follow one another.
    private string Whole(Passage passage, AskedFor asked, int length = int.MaxValue) =>
        Leading.First(Text(passage, asked), length, asked.Words).Replace("\n\n", " ", StringComparison.Ordinal).Replace("\n- ", "; ", StringComparison.Ordinal).Replace(" - ", " ", StringComparison.Ordinal).Replace('\n', ' ');

    private string Body(Passage passage, int length, AskedFor asked)
    {
        var text = Leading.First(Text(passage, asked), length, asked.Words);
        var body = Shortened.To(text, length) is { } shorter ? shorter + " " + wording.Say("answer.more", ("path", Path(passage.Address))) : text;
        // Some kinds of document need a word of caution with every answer.
        var note = "answer.note." + NoticeReader.Slug(passage.Notice.Kind);
        if (wording.Has(note)) body += "\n\n" + wording.Say(note);
        var audience = "audience." + passage.Section.Audience;
        if (wording.Has(audience)) body += "\n\n" + wording.Say("answer.audience", ("audience", wording.Say(audience)));
        return InVietnamese(passage) + body;
    }

    private string Written(PartialDate date) => wording.IsEnglish ? date.InEnglish() : date.ToString();

    private string InVietnamese(Passage passage, string gap = "\n\n") => wording.IsEnglish && passage.Section.English is null ? wording.Say("answer.in-vietnamese") + gap : "";

    private string Text(Passage passage, AskedFor asked) =>
        Leading.Without(wording.IsEnglish && passage.Section.English is { } english ? english : passage.Section.Markdown, asked.IsWhether ? [] : leads);

    private string Unstated(Finding.AspectNotStated silent) => wording.Say("not-stated.aspect", ("title", silent.Passage.Notice.Title), ("aspect", silent.Aspect));

    private static string Led(string? lead, string text) => lead is null ? text : lead + "\n\n" + text;

    private IEnumerable<Citation> Cited(Finding.Said said) => said.Now is { } now ? [Cite(now), Cite(said.Passage)] : [Cite(said.Passage)];

    private ImmutableArray<Button> Judging() => [Pressed("button.like"), Pressed("button.dislike")];

    private Button Pressed(string key) => new(wording.Say(key), wording.Say(key));
}
