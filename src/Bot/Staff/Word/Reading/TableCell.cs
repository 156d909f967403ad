using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>A cell: its paragraphs, how many columns it takes, and whether it belongs to the cell above.</summary>
internal sealed record TableCell(ImmutableArray<TextBlock> Paragraphs, int Columns = 1, bool IsContinued = false)
{
    public string Text => string.Join(' ', Paragraphs.Select(p => p.Line).Where(line => line.Length > 0));
}
