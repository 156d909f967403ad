using System.Collections.Immutable;
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

    public required ImmutableArray<string> Recipients { get; init; }

    public required ImmutableArray<string> Signer { get; init; }

    /// <summary>The keys that stay null though a notice needs them or profits from them.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Title is null) yield return "title";
            if (Document is null) yield return "document";
            if (Number is null) yield return "number";
            if (Issuer is null) yield return "issuer";
            if (Issued is null) yield return "issued";
            // No Word file says these in a way that a program should trust.
            yield return "effective";
            yield return "source.url";
        }
    }

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
        Line("recipients", List(Recipients));
        Line("signer", List(Signer));
        Line("facts", "{}");
        Line("questions", "{}");
        return text.Append("---\n").ToString();

        void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');
    }

    private string Source
    {
        get
        {
            var name = Document is { } document ? char.ToUpperInvariant(document[0]) + document[1..] : Title ?? "Tệp Word";
            string?[] parts = [name, Number, Issued?.ToString(), Issuer is null ? null : "của " + Issuer];
            return string.Join(' ', parts.OfType<string>());
        }
    }

    private static string Written(PartialDate date) =>
        date.Year.ToString("0000", CultureInfo.InvariantCulture) + (date.Month is { } month ? month.ToString("-00", CultureInfo.InvariantCulture) : "")
        + (date.Day is { } day ? day.ToString("-00", CultureInfo.InvariantCulture) : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> lines) => $"[{string.Join(", ", lines.Select(Quoted))}]";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char letter) => letter switch
    {
        '"' or '\\' => "\\" + letter,
        '\u2028' or '\u2029' => " ",
        _ => char.IsControl(letter) ? " " : letter.ToString(),
    };
}
