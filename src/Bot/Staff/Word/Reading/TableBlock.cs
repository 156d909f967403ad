using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>A table, row by row.</summary>
internal sealed record TableBlock(ImmutableArray<ImmutableArray<TableCell>> Rows) : Block
{
    public IEnumerable<TableCell> Cells => Rows.SelectMany(row => row);

    public IEnumerable<TextBlock> Paragraphs => Cells.SelectMany(cell => cell.Paragraphs);
}
