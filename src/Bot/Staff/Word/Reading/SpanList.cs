using System.Collections.Immutable;
using System.Text;

namespace Bot.Staff.Word.Reading;

/// <summary>The text of one paragraph as it is gathered, in one spelling, neighbours of one look as one; beside it what is not carried.</summary>
internal sealed class SpanList
{
    private readonly List<(TextSpan Look, StringBuilder Text)> spans = [];
    private readonly List<Remark> remarks = [];
    private readonly List<Footnote> notes = [];

    public void Add(TextSpan span)
    {
        var text = new StringBuilder(span.Text.Length);
        var symbols = 0;
        foreach (var letter in span.Text)
        {
            // Private letters are signs of a symbol font.
            if (letter is >= '\uE000' and <= '\uF8FF') symbols++;
            else if (letter is '\u00A0' or '\u202F' or '\u2007') text.Append(' ');
            else if (!IsUnseen(letter)) text.Append(letter);
        }
        if (symbols > 0) Leave("Ký hiệu của phông biểu tượng");
        if (text.Length == 0) return;
        // Blanks have no look of their own.
        var isBlank = string.IsNullOrWhiteSpace(text.ToString());
        if (spans is [.., var (look, last)] && (span.LooksLike(look) || isBlank && span.Link == look.Link)) last.Append(text);
        else spans.Add((span, text));
    }

    private static bool IsUnseen(char letter) =>
        letter is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' || char.IsControl(letter) && letter is not ('\n' or '\t');

    /// <summary>Adds what looks like the text before it.</summary>
    public void AddAlike(string text) => Add(spans is [.., var (look, _)] ? look with { Text = text, Link = null } : new TextSpan(text));

    public void Leave(string what, string text = "") => remarks.Add(new Remark(what, text));

    public void Leave(IEnumerable<Remark> left) => remarks.AddRange(left);

    public void Note(Footnote note) => notes.Add(note);

    public ImmutableArray<TextSpan> Spans => [.. spans.Select(s => s.Look with { Text = s.Text.ToString().Normalize() })];

    public ImmutableArray<Remark> Remarks => [.. remarks];

    public ImmutableArray<Footnote> Notes => [.. notes];
}
