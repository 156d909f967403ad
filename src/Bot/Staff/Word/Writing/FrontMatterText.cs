using System.Globalization;
using System.Text;
using Knowledge.Notices;

namespace Bot.Staff.Word.Writing;

/// <summary>The front matter of a draft; what the document does not say is null.</summary>
internal sealed record FrontMatterText
{
    public required string? Title { get; init; }

    public required string Kind { get; init; }

    public required string? Document { get; init; }

    public required string? Number { get; init; }

    public required string? Issuer { get; init; }

    public required PartialDate? Issued { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The keys that stay null though a notice needs them or profits from them.</summary>
    public IEnumerable<string> Missing =>
        ((string Key, bool IsMissing)[])[("title", Title is null), ("document", Document is null), ("number", Number is null), ("issuer", Issuer is null), ("issued", Issued is null)] is var keys
            ? [.. keys.Where(k => k.IsMissing).Select(k => k.Key), "effective", "source.url"] : [];

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("---\n");
        Line("title", Quoted(Title));
        Line("kind", Kind);
        if (Document is not null && Document != Kind) Line("document", Document);
        Line("number", Quoted(Number));
        Line("issuer", Quoted(Issuer));
        Line("issued", Issued is { } issued ? Written(issued) : "null");
        Line("effective", "{ from: null, to: null, note: null }");
        Line("status", "draft");
        Line("audience", "citizen");
        Line("superseded-by", "[]");
        Line("source", $"{{ name: {Quoted(Source)}, url: null, seen: {Day(Today)} }}");
        Line("reviewed", Day(Today));
        Line("code", "null");
        Line("facts", "{}");
        Line("questions", "{}");
        return text.Append("---\n").ToString();

        void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');
    }

    private string Source
    {
        get
        {
            string?[] parts = [Document is { } name ? char.ToUpperInvariant(name[0]) + name[1..] : Title is { } title ? title : "Tệp Word", Number, Issued?.ToString(), Issuer is null ? null : "của " + Issuer];
            return string.Join(' ', parts.OfType<string>());
        }
    }

    private static string Written(PartialDate date) =>
        date.Year.ToString("0000", CultureInfo.InvariantCulture) + (date.Month is { } month ? month.ToString("-00", CultureInfo.InvariantCulture) : "")
        + (date.Day is { } day ? day.ToString("-00", CultureInfo.InvariantCulture) : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string? text) =>
        text is null ? "null" : $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? "\\" + c : char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? " " : c.ToString()))}\"";
}
