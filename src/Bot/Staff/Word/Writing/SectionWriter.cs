using System.Text.RegularExpressions;
using Bot.Staff.Word.Official;
using Bot.Staff.Word.Reading;
using Knowledge.Notices;

namespace Bot.Staff.Word.Writing;

/// <summary>Divides blocks into sections, each heading's text to its own; a heading without any goes in bold before the text of the next.</summary>
internal sealed partial class SectionWriter(LeftOut left)
{
    private const string Whole = "Nội dung";
    private const string Opening = "Mở đầu";
    private const int LongestId = 60;
    private const int LongestHeading = 200;

    private readonly List<(string? Heading, BodyWriter Body)> sections = [(null, new BodyWriter())];
    private readonly List<string> waiting = [];
    private readonly HashSet<string> ids = [];
    private readonly Dictionary<string, int> times = [];

    // Notes of headings, and of what is not written as text.
    private readonly List<Footnote> pending = [];

    private bool isAtHeading;
    private bool isAtCentre;

    public void Add(Block block)
    {
        if (block is TextBlock text && Headings.Read(text) is var (heading, rest))
        {
            // "Chương I" and below it its name; or one heading over two lines.
            if (isAtHeading && text.IsCentred && isAtCentre && waiting[^1].Length + heading.Length < LongestHeading && text.OutlineLevel is null)
                waiting[^1] += (Headings.IsNumberOnly(waiting[^1]) ? ". " : " ") + heading;
            else waiting.Add(heading);
            (isAtHeading, isAtCentre) = (rest is null, text.IsCentred);
            if (rest is null)
            {
                left.Add(block.Remarks, LeftOut.Section(waiting[^1]));
                pending.AddRange(text.Notes);
                return;
            }
            block = rest;
        }
        if (block is TextBlock { HasWords: false, Notes.Length: 0, Remarks.Length: 0 }) return;
        isAtHeading = false;
        Begin(block);
    }

    private void Begin(Block block)
    {
        var hasText = block is TextBlock { HasWords: true } or TableBlock;
        if (waiting.Count > 0 && hasText)
        {
            sections.Add((waiting[^1], new BodyWriter()));
            foreach (var heading in waiting.SkipLast(1)) sections[^1].Body.Bold(heading);
            waiting.Clear();
        }
        var body = sections[^1].Body;
        body.Add(pending);
        pending.Clear();
        if (block is TableBlock table) body.Add(table);
        else body.Add((TextBlock)block);
        left.Add(block.Remarks, sections[^1].Heading is { } name ? LeftOut.Section(name) : "phần mở đầu");
    }

    public void AddNotes(IEnumerable<Footnote> notes) => pending.AddRange(notes);

    /// <summary>The sections; none when the document says nothing.</summary>
    public List<DraftSection> Finish()
    {
        Flush();
        var opening = sections.Count > 1 ? Opening : Whole;
        var written = new List<DraftSection>();
        foreach (var (heading, body) in sections)
            if (body.Finish() is { Length: > 0 } text) written.Add(new DraftSection(Id(heading ?? opening), heading ?? opening, text));
        return written;
    }

    // Headings behind which nothing comes stay as text of the section before.
    private void Flush()
    {
        foreach (var heading in waiting) sections[^1].Body.Bold(heading);
        waiting.Clear();
        sections[^1].Body.Add(pending);
        pending.Clear();
    }

    private string Id(string heading)
    {
        var slug = NoticeReader.Slug(Figure().Replace(heading, ""), LongestId);
        if (slug.Length == 0 || !char.IsAsciiLetter(slug[0])) slug = ("muc-" + slug).TrimEnd('-');
        string id;
        do
        {
            var time = times[slug] = times.GetValueOrDefault(slug) + 1;
            id = time == 1 ? slug : $"{slug}-{time}";
        }
        while (!ids.Add(id));
        return id;
    }

    // An address that begins with a number says nothing when the next edition has one part more.
    [GeneratedRegex(@"^(?:[IVXLC]{1,7}|[A-Z]|\d{1,2}(?:\.\d{1,2}){0,3})[.)/]?\s+(?=\S)")]
    private static partial Regex Figure();
}
