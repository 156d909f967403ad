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
        return string.Join('\n', [Line(rows[0], columns), Line([.. Enumerable.Repeat("---", columns)], columns), .. rows.Skip(1).Select(row => Line(row, columns))]);
    }

    private static List<string> Cells(ImmutableArray<TableCell> row) => [.. row.SelectMany(cell => Enumerable.Repeat("", cell.Columns - 1).Prepend(cell.IsContinued ? "" : Text(cell)))];

    private static string Text(TableCell cell) => string.Join(' ', cell.Paragraphs.Where(p => p.HasWords || p.Mark?.Label is not null)
        .Select(p => p.Mark?.Label is { } label ? $"{MarkdownText.Within(label)} {MarkdownText.Within(p.Spans)}".Trim() : MarkdownText.Within(p.Spans))).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(List<string> cells, int columns) => $"| {string.Join(" | ", cells.Concat(Enumerable.Repeat("", Math.Max(0, columns - cells.Count))))} |";
}
