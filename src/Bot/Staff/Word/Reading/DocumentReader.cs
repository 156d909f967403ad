using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>Reads the body of a document into blocks, as it stands when all tracked changes are accepted.</summary>
internal sealed class DocumentReader
{
    private readonly MainDocumentPart main;
    private readonly DocumentFacts facts;
    private readonly ParagraphReader paragraphs;
    private readonly TableReader tables;
    private readonly List<Block> blocks = [];
    private readonly List<W.Paragraph> joined = [];

    private DocumentReader(MainDocumentPart main)
    {
        this.main = main;
        facts = new DocumentFacts(main);
        paragraphs = new ParagraphReader(main, facts);
        tables = new TableReader(paragraphs, facts.Tally);
    }

    public static ReadDocument Read(MainDocumentPart main)
    {
        var reader = new DocumentReader(main);
        if (main.Document?.Body is { } body) reader.Walk(body);
        reader.Join();
        return new ReadDocument([.. reader.blocks], [.. reader.Remarks()]);
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Paragraph paragraph:
                    joined.Add(paragraph);
                    if (!IsMarkDeleted(paragraph)) Join();
                    break;
                case W.Table table:
                    Join();
                    blocks.Add(tables.Read(table));
                    break;
                case AlternateContent alternate: Walk(alternate.GetFirstChild<AlternateContentChoice>() ?? child); break;
                case W.AltChunk: blocks.Add(new TextBlock([]) { Remarks = [new Remark("Tài liệu khác ghép trong tệp (altChunk)")] }); break;
                case W.SdtProperties or W.SectionProperties: break;
                case { LocalName: "oMath" or "oMathPara" }:
                    var formula = DrawnThings.Text(child);
                    blocks.Add(new TextBlock([new TextSpan(formula)]) { Remarks = [new Remark(ParagraphReader.Formula, formula)] });
                    break;
                default:
                    if (child.HasChildren) Walk(child);
                    break;
            }
        }
    }

    private void Join()
    {
        if (joined.Count == 0) return;
        blocks.Add(paragraphs.Read(joined));
        joined.Clear();
    }

    private bool IsMarkDeleted(W.Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties is not { } mark) return false;
        var isDeleted = mark.GetFirstChild<W.Deleted>() is not null || mark.GetFirstChild<W.MoveFrom>() is not null;
        if (isDeleted || mark.GetFirstChild<W.Inserted>() is not null || mark.GetFirstChild<W.MoveTo>() is not null) facts.Tally.Changes++;
        return isDeleted;
    }

    private IEnumerable<Remark> Remarks()
    {
        var tally = facts.Tally;
        if (tally.LegacyLetters * 3 > tally.Letters)
            throw new BadWordFileException("Văn bản viết bằng phông bảng mã cũ (.VnTime, VNI…): không nhập. Hãy đổi sang Unicode, ví dụ bằng UniKey.");
        if (tally.Changes > 0)
            yield return new Remark($"{tally.Changes} chỗ đang theo dõi sửa đổi (Track Changes): lấy bản đã chấp nhận hết, chữ đã xóa không đưa vào");
        if (tally.Shapes > 0) yield return new Remark($"{tally.Shapes} nét vẽ, hình khối không có chữ");
        foreach (var text in main.HeaderParts.Select(p => Said(p.Header)).Where(HasWords).Distinct()) yield return new Remark("Đầu trang", text);
        foreach (var text in main.FooterParts.Select(p => Said(p.Footer)).Where(HasWords).Distinct()) yield return new Remark("Chân trang", text);
        OpenXmlElement?[] margins = [.. main.HeaderParts.Select(p => p.Header), .. main.FooterParts.Select(p => p.Footer)];
        foreach (var remark in margins.SelectMany(Drawn).Distinct()) yield return remark with { What = remark.What + " ở đầu trang hoặc chân trang" };
    }

    private static string Said(OpenXmlElement? part) => part is null ? "" : DrawnThings.Text(part);

    private static IEnumerable<Remark> Drawn(OpenXmlElement? part) => part is null ? [] : DrawnThings.Read(part).Where(r => r.What != "Ô chữ");

    // Page numbers are no words.
    private static bool HasWords(string text) => text.Any(char.IsLetter);
}
