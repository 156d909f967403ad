using Bot.Staff.Word;
using Knowledge.Notices;

namespace Bot.Tests.Staff.Word;

/// <summary>A Word file as it was imported: the draft, and the notice as the assistant would read it once it is published.</summary>
internal sealed record Imported(WordDraft Draft, Notice Notice)
{
    public static DateOnly Today { get; } = new(2026, 11, 25);

    /// <summary>The sections as "id: body".</summary>
    public string[] Sections => [.. Notice.Sections.Select(s => $"{s.Id}: {s.Markdown}")];

    public string[] Headings => [.. Notice.Sections.Select(s => s.Heading)];

    /// <summary>The only section's body.</summary>
    public string Body => Assert.Single(Notice.Sections).Markdown;

    public static Imported Of(WordBuilder word) => Of(word.Build());

    public static Imported Of(Stream file, string? kind = null)
    {
        var draft = WordImport.Read(file, Today, kind);
        var faults = new List<Fault>();
        var path = $"notices/{NoticeReader.Slug(Key(draft, "kind"))}/mau.md";
        NoticeReader.Read(new ContentFile(path, draft.Markdown), faults);
        Assert.Empty(faults);
        // What the document did not say, the writer has found meanwhile.
        var published = draft.Markdown.Replace("status: draft", "status: in-force").Replace("title: null", "title: Mẫu").Replace("issuer: null", "issuer: Mẫu").Replace("issued: null", "issued: 2020");
        var notice = NoticeReader.Read(new ContentFile(path, published), faults);
        Assert.Empty(faults);
        return new Imported(draft, notice!);
    }

    /// <summary>What stands behind a key of the front matter.</summary>
    public string Key(string key) => Key(Draft, key);

    private static string Key(WordDraft draft, string key) => draft.Markdown.Split('\n').First(line => line.StartsWith(key + ": ", StringComparison.Ordinal))[(key.Length + 2)..];
}
