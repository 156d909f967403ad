using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>Reads tables; a table within a cell is read as paragraphs of that cell.</summary>
internal sealed class TableReader(ParagraphReader paragraphs, Tally tally)
{
    private const int MostColumns = 63;

    public TableBlock Read(W.Table table)
    {
        var remarks = new List<Remark>();
        var rows = Within<W.TableRow>(table).Where(row => !IsDeleted(row)).Select(row => Row(row, remarks)).Where(row => row.Length > 0).ToImmutableArray();
        if (rows.Any(row => row.Any(cell => cell.Columns > 1 || cell.IsContinued)))
            remarks.Add(new Remark("Ô gộp trong bảng (đã tách thành ô trống)", rows[0].Select(c => c.Text).FirstOrDefault(text => text.Length > 0) ?? ""));
        return new TableBlock(rows) { Remarks = [.. remarks] };
    }

    private ImmutableArray<TableCell> Row(W.TableRow row, List<Remark> remarks)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var left = MostColumns;
        var before = Math.Clamp(row.TableRowProperties?.GetFirstChild<W.GridBefore>()?.Val?.Value ?? 0, 0, left - 1);
        left -= before;
        cells.AddRange(Enumerable.Repeat(new TableCell([]), before));
        foreach (var cell in Within<W.TableCell>(row))
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            var columns = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, Math.Max(1, left));
            left -= columns;
            cells.Add(new TableCell([.. Paragraphs(cell, remarks)], columns, merge is not null && merge.Val?.InnerText != "restart"));
        }
        return cells.ToImmutable();
    }

    private IEnumerable<TextBlock> Paragraphs(OpenXmlElement cell, List<Remark> remarks)
    {
        if (cell.Descendants<W.Table>().Any()) remarks.Add(new Remark("Bảng lồng trong ô (chữ nằm trong ô)"));
        // What is drawn is listed with the paragraph that holds it.
        foreach (var paragraph in cell.Descendants<W.Paragraph>().Where(p => !p.Ancestors().Any(a => a is W.TextBoxContent or AlternateContentFallback)))
        {
            var block = paragraphs.Read([paragraph]);
            remarks.AddRange(block.Remarks);
            yield return block with { Remarks = [] };
        }
    }

    private bool IsDeleted(W.TableRow row)
    {
        var isDeleted = row.TableRowProperties?.GetFirstChild<W.Deleted>() is not null;
        if (isDeleted || row.TableRowProperties?.GetFirstChild<W.Inserted>() is not null) tally.Changes++;
        return isDeleted;
    }

    // Rows and cells may be wrapped, in content controls for one.
    private static IEnumerable<T> Within<T>(OpenXmlElement parent) where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found) yield return found;
            else if (child is W.SdtElement or W.SdtContentRow or W.SdtContentCell or W.CustomXmlElement)
                foreach (var inner in Within<T>(child)) yield return inner;
        }
    }
}
