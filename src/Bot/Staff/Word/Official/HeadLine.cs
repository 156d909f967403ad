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
        TableBlock table => table.Rows.SelectMany(row => row.SelectMany((cell, at) => cell.Paragraphs.SelectMany(Lines).Select(line => line with { IsLeft = at == 0 }))),
        TextBlock text => Lines(text),
        _ => [],
    };

    private static IEnumerable<HeadLine> Lines(TextBlock block) => block.Lines()
        .SelectMany(line => Gap().Split(line.Text).Select((part, at) => new HeadLine(part.Trim(), line.IsBold, at == 0)))
        .Where(line => line.Text.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"\t+|\s{3,}")]
    private static partial Regex Gap();
}
