using System.Text.RegularExpressions;
using Bot.Staff.Word.Reading;
using Knowledge.Analysis;

namespace Bot.Staff.Word.Official;

/// <summary>A line at the head or the end of an official document, and on which side it stands.</summary>
internal sealed partial record HeadLine(string Text, bool IsBold, bool IsLeft)
{
    /// <summary>The text without diacritics, in small letters.</summary>
    public string Folded { get; } = Letters.Fold(Text.ToLowerInvariant());

    /// <summary>The name of the state or party, and its motto.</summary>
    public bool IsNational =>
        Folded.Contains("cong hoa xa hoi chu nghia", StringComparison.Ordinal) || Folded.Contains("dang cong san viet nam", StringComparison.Ordinal)
        || Folded.Contains("doc lap", StringComparison.Ordinal) && Folded.Contains("hanh phuc", StringComparison.Ordinal);

    /// <summary>The lines of a block, side by side: a table's cells, or what tabs and wide gaps set apart.</summary>
    public static IEnumerable<HeadLine> Of(Block block) => block switch
    {
        TableBlock table => table.Rows.SelectMany(row => row.SelectMany(Lines)),
        TextBlock text => text.Lines().SelectMany(Parts),
        _ => [],
    };

    private static IEnumerable<HeadLine> Lines(TableCell cell, int column) =>
        cell.Paragraphs.SelectMany(p => p.Lines()).Where(line => line.HasWords).Select(line => new HeadLine(line.Line, line.IsBold, column == 0));

    private static IEnumerable<HeadLine> Parts(TextBlock line) =>
        Gap().Split(line.Text).Select((part, at) => new HeadLine(part.Trim(), line.IsBold, at == 0)).Where(part => part.Text.Any(char.IsLetterOrDigit));

    // A blank where a number is to be filled in sets nothing apart.
    [GeneratedRegex(@"\t+|(?<!ngày|tháng|năm|Số:|\s)\s{3,}(?!\s|tháng|năm|/)")]
    private static partial Regex Gap();
}
