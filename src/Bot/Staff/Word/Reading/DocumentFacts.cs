using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>What paragraphs refer to: styles, lists, notes, comments; and what is counted over all of them.</summary>
internal sealed class DocumentFacts
{
    private readonly WordNotes notes;
    private readonly Lazy<ParagraphReader?> footnotes;
    private readonly Lazy<ParagraphReader?> endnotes;
    private readonly Dictionary<string, W.Comment> comments = [];
    private bool isInNote;

    public DocumentFacts(MainDocumentPart main)
    {
        Styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        Numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        notes = new WordNotes(main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes);
        footnotes = new(() => main.FootnotesPart is { } part ? new ParagraphReader(part, this) : null);
        endnotes = new(() => main.EndnotesPart is { } part ? new ParagraphReader(part, this) : null);
        foreach (var comment in main.WordprocessingCommentsPart?.Comments?.Elements<W.Comment>() ?? [])
            if (comment.Id?.Value is { } id) comments.TryAdd(id, comment);
    }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public Tally Tally { get; } = new();

    /// <summary>What a comment says, the first time that the text comes to it.</summary>
    public string? Comment(string id) => comments.Remove(id, out var comment) ? DrawnThings.Text(comment) : null;

    /// <summary>The mark of a note for the text; the note itself is kept with the paragraph.</summary>
    public string Refer(W.FootnoteEndnoteReferenceType reference, SpanList spans)
    {
        // A note may refer to a note, and so on: no document that means well does.
        if (isInNote || notes.Refer(reference) is not var (number, content))
        {
            spans.Leave("Chú thích không đọc được");
            return "";
        }
        var reader = reference is W.EndnoteReference ? endnotes : footnotes;
        if (content is not null && reader.Value is { } known) spans.Note(new Footnote(number, [.. Read(content, known, spans)]));
        return Footnote.MarkOf(number);
    }

    private List<TextSpan> Read(OpenXmlElement note, ParagraphReader reader, SpanList spans)
    {
        isInNote = true;
        var read = new List<TextSpan>();
        foreach (var paragraph in note.Descendants<W.Paragraph>())
        {
            var block = reader.Read([paragraph]);
            spans.Leave(block.Remarks);
            if (read.Count > 0 && block.Text.Length > 0) read.Add(new TextSpan(" "));
            read.AddRange(block.Spans);
        }
        isInNote = false;
        return read;
    }
}
