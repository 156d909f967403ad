using System.Text.RegularExpressions;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Official;

/// <summary>Which paragraphs are headings: by style, by the numbering that official documents use, or bold in the middle of the line.</summary>
internal static partial class Headings
{
    private const int Longest = 160;
    private const int LongestPlain = 100;

    /// <summary>The heading, and the rest of the paragraph where its text begins in the same line; null for a paragraph that is none.</summary>
    public static (string Heading, TextBlock? Following)? Read(TextBlock block)
    {
        if (!block.HasWords) return null;
        var line = block.Line;
        if (block.OutlineLevel is not null) return (Trimmed(line), null);
        if (block.Mark is { Label: null }) return null;
        if (Marked().Match(line) is { Success: true } mark) return ReadMarked(block, line, mark);
        var isAddress = line.StartsWith("Kính gửi", StringComparison.OrdinalIgnoreCase);
        return block.IsCentred && block.IsBold && line.Length <= Longest && !isAddress ? (Trimmed(line), null) : null;
    }

    /// <summary>Whether a line begins as a numbered part does.</summary>
    public static bool IsMarked(string line) => Marked().IsMatch(line);

    /// <summary>Whether a heading is only a number, so that its name stands in the next line.</summary>
    public static bool IsNumberOnly(string heading) => NumberOnly().IsMatch(heading);

    public static bool IsUpper(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private static (string, TextBlock?)? ReadMarked(TextBlock block, string line, Match mark)
    {
        var isArticle = mark.Groups["article"].Success;
        if (line.Length <= Longest && (block.IsBold || !mark.Groups["figure"].Success && !isArticle && IsUpper(line))) return (Trimmed(line), null);
        var bold = block.BoldStart();
        var start = block.Text[..bold];
        // "1. Hình thức nộp: Quý vị …", the first words bold.
        if (bold > 0 && bold <= Longest && bold < block.Text.Length && (isArticle || start.TrimEnd() is [.., '.' or ':']) && Name(start).Any(char.IsLetter))
            return (Trimmed($"{block.Mark?.Label} {start}"), block.From(bold));
        if (!isArticle) return null;
        if (line.Length <= LongestPlain && line[^1] is not ('.' or ';' or ',' or ':')) return (Trimmed(line), null);
        return (Trimmed(mark.Value), block.From(block.Mark is null ? mark.Length : 0));
    }

    // What a part is called, behind its number; an article needs no name.
    private static string Name(string start) =>
        Marked().Match(start) is { Success: true } mark && !mark.Groups["article"].Success ? start[mark.Length..] : start;

    private static string Trimmed(string heading) =>
        string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(' ', ':', '.');

    [GeneratedRegex("""
        ^(?:(?<article>(?:Điều|ĐIỀU)\s+\d{1,3}[a-zđ]?\s*[.:])
          |(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\ mục|TIỂU\ MỤC|Phụ\ lục|PHỤ\ LỤC)\s+(?:(?:thứ|THỨ)\s+\w+|[IVXLC]+|\d{1,3}|[A-Z])\b
          |[IVXLC]{1,7}[.)/]\s
          |[A-HK-Z]\.\s
          |(?<figure>\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?:Phần|Chương|Mục|Tiểu mục|Phụ lục|Điều)\s+(?:thứ\s+\w+|[IVXLC]+|\d{1,3}[a-zđ]?|[A-Z])$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberOnly();
}
