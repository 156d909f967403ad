using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Staff.Word.Reading;

/// <summary>A paragraph: its text by look, its list mark, what tells that it is a heading, and the footnotes it refers to.</summary>
internal sealed record TextBlock(ImmutableArray<TextSpan> Spans) : Block
{
    public ListMark? Mark { get; init; }

    /// <summary>The level of a heading, from 1; null for body text.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>Whether its style is the one for a document's title.</summary>
    public bool IsTitle { get; init; }

    public bool IsCentred { get; init; }

    public ImmutableArray<Footnote> Notes { get; init; } = [];

    /// <summary>The text without looks; line breaks and tabs are in it.</summary>
    public string Text { get; } = string.Concat(Spans.Select(s => s.Text)).Trim();

    /// <summary>Whether it says anything: dashes, stars and lines between parts do not, a ticked box does.</summary>
    public bool HasWords =>
        Text.Any(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol && !IsLine(c));

    public bool IsBold => Text.Any(char.IsLetterOrDigit) && Spans.All(s => s.IsBold || !s.Text.Any(char.IsLetterOrDigit));

    /// <summary>In one line, with the number that Word puts before it.</summary>
    public string Line => string.Join(' ', $"{Mark?.Label} {Text}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same without the first characters of its text and without its mark.</summary>
    public TextBlock From(int start)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var left = start + LeadingSpace();
        foreach (var span in Spans)
        {
            if (left < span.Text.Length) spans.Add(span with { Text = span.Text[left..] });
            left = Math.Max(0, left - span.Text.Length);
        }
        return new TextBlock(spans.ToImmutable()) { IsCentred = IsCentred, Notes = Notes, Remarks = Remarks };
    }

    /// <summary>How much of the text, from its start, is bold.</summary>
    public int BoldStart()
    {
        var bold = Spans.TakeWhile(s => s.IsBold || !s.Text.Any(char.IsLetterOrDigit)).Sum(s => s.Text.Length);
        return Math.Clamp(bold - LeadingSpace(), 0, Text.Length);
    }

    /// <summary>A paragraph for each line; the first keeps the mark, the last the notes and remarks.</summary>
    public IEnumerable<TextBlock> Lines()
    {
        var lines = new List<ImmutableArray<TextSpan>.Builder> { ImmutableArray.CreateBuilder<TextSpan>() };
        foreach (var span in Spans)
        {
            var parts = span.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) lines.Add(ImmutableArray.CreateBuilder<TextSpan>());
                if (parts[i].Length > 0) lines[^1].Add(span with { Text = parts[i] });
            }
        }
        return lines.Select((line, i) => new TextBlock(line.ToImmutable())
        {
            IsCentred = IsCentred, Mark = i == 0 ? Mark : null, Notes = i == lines.Count - 1 ? Notes : [], Remarks = i == lines.Count - 1 ? Remarks : [],
        });
    }

    // Of the letters that old programs drew boxes with.
    private static bool IsLine(char letter) => letter is >= '\u2500' and <= '\u257F';

    private int LeadingSpace() => string.Concat(Spans.Select(s => s.Text)).TakeWhile(char.IsWhiteSpace).Count();
}
