using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Staff.Word.Reading;

/// <summary>Word's fields as they open and close in the text, over paragraphs: what is instruction, what is result, and what a result is.</summary>
internal sealed partial class Fields
{
    private const int MostNested = 50;

    private readonly Stack<Field> open = [];

    /// <summary>Whether text here is to be read: it is no field's instruction.</summary>
    public bool IsText => open.All(f => f.IsResult);

    /// <summary>Whether the text is the list of headings that Word makes itself.</summary>
    public bool IsContents => open.Any(f => f.IsContents);

    /// <summary>Where the text leads to, by the innermost field that says so.</summary>
    public string? Link => open.FirstOrDefault(f => f.Link is not null)?.Link;

    public void Begin()
    {
        if (open.Count == MostNested) open.Clear();
        open.Push(new Field());
    }

    public void Instruct(string code)
    {
        if (open.TryPeek(out var field) && !field.IsResult) field.Code.Append(code);
    }

    /// <summary>The instruction ends, the result begins; a link that a notice may not carry is given back.</summary>
    public string? Separate()
    {
        if (!open.TryPeek(out var field)) return null;
        var code = field.Code.ToString();
        (field.IsResult, field.IsContents) = (true, ContentsCode().IsMatch(code));
        if (LinkOf(code) is not { } link) return null;
        if (!WebLink.Is(link)) return link;
        field.Link = link;
        return null;
    }

    /// <summary>Closes a field; true for a box to tick, whose state is no text.</summary>
    public bool End() => open.TryPop(out var field) && field.Code.ToString().Contains("FORMCHECKBOX", StringComparison.Ordinal);

    /// <summary>Ends what cannot reach as far as this: an instruction at the end of its paragraph, with a heading the list of headings.</summary>
    public void Cut(bool isHeading)
    {
        if (!IsText || isHeading && IsContents) open.Clear();
    }

    public static string? LinkOf(string? code) => LinkCode().Match(code ?? "") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""^\s*HYPERLINK\s+"([^"]+)""")]
    private static partial Regex LinkCode();

    [GeneratedRegex(@"^\s*TO[CA]\b")]
    private static partial Regex ContentsCode();

    /// <summary>One field that has begun and not ended.</summary>
    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool IsResult { get; set; }

        public bool IsContents { get; set; }

        public string? Link { get; set; }
    }
}
