using System.Collections.Immutable;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Writing;

/// <summary>Writes a table in markdown, its first row as the head; a cell over several columns is followed by empty ones.</summary>
internal static class TableWriter
{
    private const int MostColumns = 63;

    public static string Write(TableBlock table)
    {
        var rows = table.Rows.Select(Cells).Where(row => row.Any(cell => cell.Length > 0)).ToList();
        if (rows.Count == 0) return "";
        var columns = Math.Min(MostColumns, rows.Max(row => row.Count));
        rows.Insert(1, [.. Enumerable.Repeat("---", columns)]);
        return string.Join('\n', rows.Select(row => Line(row, columns)));
    }

    private static List<string> Cells(ImmutableArray<TableCell> row) =>
        [.. row.SelectMany(cell => Enumerable.Repeat("", cell.Columns - 1).Prepend(cell.IsContinued ? "" : Text(cell)))];

    private static string Text(TableCell cell) =>
        string.Join(' ', cell.Paragraphs.Select(Text).Where(text => text.Length > 0)).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Text(TextBlock paragraph) => $"{MarkdownText.Within(paragraph.Mark?.Label ?? "")} {MarkdownText.Within(paragraph.Spans)}".Trim();

    private static string Line(List<string> cells, int columns) =>
        $"| {string.Join(" | ", cells.Concat(Enumerable.Repeat("", Math.Max(0, columns - cells.Count))))} |";
}
