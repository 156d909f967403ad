using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Writing;

/// <summary>Writes the body of a section: paragraphs, lists as they are nested, tables, and the notes at its end.</summary>
internal sealed partial class BodyWriter
{
    private readonly StringBuilder written = new();
    private readonly List<Footnote> notes = [];
    private readonly Stack<(int Level, int Column)> items = [];
    private bool isItem;

    public bool IsEmpty => written.Length == 0;

    public void Add(TextBlock block)
    {
        notes.AddRange(block.Notes);
        if (!block.HasWords) return;
        if (block.Mark is { } mark) Item(mark, block);
        else
            foreach (var line in block.Lines().Where(line => line.HasWords)) Typed(line);
    }

    public void Add(TableBlock table)
    {
        notes.AddRange(table.Paragraphs.SelectMany(p => p.Notes));
        // One column is a frame around text.
        if (table.Rows.All(row => row.Length <= 1))
            foreach (var paragraph in table.Paragraphs) Add(paragraph with { Notes = [] });
        else if (TableWriter.Write(table) is { Length: > 0 } rows) Append(rows, false);
    }

    public void Add(IEnumerable<Footnote> more) => notes.AddRange(more);

    /// <summary>A line in bold: a heading that has no text of its own.</summary>
    public void Bold(string line) => Append(MarkdownText.Of([new TextSpan(line, IsBold: true)]), false);

    /// <summary>All that was added, and the notes behind it.</summary>
    public string Finish()
    {
        foreach (var note in notes) Append($"Chú thích {note.Mark}: {MarkdownText.Within(note.Spans)}", false);
        notes.Clear();
        return written.ToString();
    }

    // Many a list is typed: a dash and, one deeper, a plus; or a number.
    private void Typed(TextBlock line)
    {
        if (Dash().Match(line.Text) is { Success: true } dash) Item(new ListMark(null, dash.Value[0] == '+' && isItem ? 1 : 0), line.From(dash.Length));
        else if (Number().Match(line.Text) is { Success: true } number) Item(new ListMark(number.Groups[1].Value, 0), line.From(number.Length));
        else Append(MarkdownText.Of(line.Spans), false);
    }

    private void Item(ListMark mark, TextBlock block)
    {
        if (!isItem) items.Clear();
        while (items.TryPeek(out var above) && above.Level >= mark.Level) items.Pop();
        var indent = items.TryPeek(out var parent) ? parent.Column : 0;
        // Markdown counts in figures only; any other label is told as text.
        var isFigure = mark.Label is { } label && FigureOnly().IsMatch(label);
        var bullet = isFigure ? mark.Label + " " : "- ";
        var text = isFigure || mark.Label is null ? MarkdownText.Of(block.Spans) : $"{MarkdownText.Within(mark.Label)} {MarkdownText.Within(block.Spans)}";
        items.Push((mark.Level, indent + bullet.Length));
        Append(new string(' ', indent) + bullet + text, true);
    }

    private void Append(string text, bool asItem)
    {
        if (written.Length > 0) written.Append(isItem && asItem ? "\n" : "\n\n");
        written.Append(text);
        isItem = asItem;
    }

    [GeneratedRegex(@"^[-–—•·+]\s*(?=[\p{L}""“(])|^[-–—•·+*]\s+")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(\d{1,3}[.)])\s+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,9}[.)]$")]
    private static partial Regex FigureOnly();
}
