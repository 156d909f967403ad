using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>Reads runs of text, one after the other, into the paragraph that they belong to.</summary>
internal sealed class RunReader(DocumentFacts facts, Fields fields)
{
    public void Read(W.Run run, StyleFacts paragraph, string? link, SpanList spans)
    {
        var look = RunLook.Of(run.RunProperties, paragraph, facts.Styles);
        foreach (var child in run.ChildElements) Read(child, look, link, spans);
    }

    private void Read(OpenXmlElement child, RunLook look, string? link, SpanList spans)
    {
        switch (child)
        {
            case W.FieldChar mark: Read(mark, spans); break;
            case W.FieldCode code: fields.Instruct(code.Text); break;
            case W.Text text: Add(text.Text, look, link, spans); break;
            case W.TabChar or W.PositionalTab: Add("\t", look, link, spans); break;
            case W.Break or W.CarriageReturn: Add("\n", look, link, spans); break;
            case W.NoBreakHyphen: Add("-", look, link, spans); break;
            case W.SymbolChar symbol: spans.Leave("Ký hiệu của phông biểu tượng", symbol.Font?.Value ?? ""); break;
            case W.FootnoteEndnoteReferenceType reference: spans.AddAlike(facts.Refer(reference, spans)); break;
            case W.CommentReference reference when facts.Comment(reference.Id?.Value ?? "") is { } said: spans.Leave("Ghi chú bên lề", said); break;
            case W.Drawing or W.Picture or W.EmbeddedObject: Draw(child, spans); break;
            case AlternateContent alternate when alternate.GetFirstChild<AlternateContentChoice>() is { } choice:
                foreach (var chosen in choice.ChildElements) Read(chosen, look, link, spans);
                break;
            case W.Ruby ruby: Add(DrawnThings.Text(ruby), look, link, spans); break;
        }
    }

    private void Read(W.FieldChar mark, SpanList spans)
    {
        switch (mark.FieldCharType?.InnerText)
        {
            case "begin": fields.Begin(); break;
            case "separate" when fields.Separate() is { } refused: spans.Leave(ParagraphReader.BadLink, refused); break;
            case "end" when fields.End(): spans.Leave("Ô đánh dấu"); break;
        }
    }

    private void Draw(OpenXmlElement drawing, SpanList spans)
    {
        var things = DrawnThings.Read(drawing).Distinct().ToList();
        if (things.Count == 0) facts.Tally.Shapes++;
        spans.Leave(things);
    }

    private void Add(string text, RunLook look, string? link, SpanList spans)
    {
        if (!fields.IsText || fields.IsContents) return;
        if (look.IsHidden)
        {
            if (!string.IsNullOrWhiteSpace(text)) spans.Leave("Chữ ẩn", text);
            return;
        }
        if (facts.Tally.IsLegacy(look.Font, text)) spans.Leave($"Chữ phông {look.Font} (bảng mã cũ, chưa đổi sang Unicode)", text);
        if (look.IsStruck && !string.IsNullOrWhiteSpace(text)) spans.Leave("Nét gạch ngang chữ (chữ vẫn còn trong bản nháp)", text);
        if (look.Position is "superscript" or "subscript" && !string.IsNullOrWhiteSpace(text))
        {
            if (RaisedText.Write(text, look.Position) is { } written) text = written;
            else spans.Leave("Chữ nâng cao hoặc hạ thấp (chữ vẫn còn trong bản nháp)", text);
        }
        spans.Add(new TextSpan(text, look.IsBold, look.IsItalic, link ?? fields.Link));
    }
}
