using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Bot.Tests.Staff.Word.WordBuilder;

namespace Bot.Tests.Staff.Word;

/// <summary>What a notice cannot hold is listed: nothing is lost in silence.</summary>
public sealed class NotCarriedTests
{
    private const string Shape = "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>{0}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>";

    private static Imported Read(params OpenXmlElement[] content) => Imported.Of(new WordBuilder().Heading(1, "Mục một").Text("Trước.").Heading(1, "Cách nộp").Text("Chữ.").Add(new Paragraph(content)));

    private static void Lists(string line, Imported imported) => Assert.Contains(line, imported.Draft.NotCarried);

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var word = new WordBuilder().Add(
            new Paragraph(Run("Phí "), new DeletedRun(new Run(new DeletedText("300.000"))), new InsertedRun(Run("500.000")), Run(" đồng.")),
            new Paragraph(new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted())), Run("Nối ")), Paragraph("liền."),
            new Paragraph(new MoveFromRun(Run("chỗ cũ"))), new Paragraph(new MoveToRun(Run("chỗ mới"))),
            new Table(new TableRow(Cell(Paragraph("A")), Cell(Paragraph("B"))), new TableRow(new TableRowProperties(new Deleted()), Cell(Paragraph("xóa")), Cell(Paragraph("đi")))));
        var imported = Imported.Of(word);
        Assert.Equal("Phí 500.000 đồng.\n\nNối liền.\n\nchỗ mới\n\n| A | B |\n| --- | --- |", imported.Body);
        Lists("6 chỗ đang theo dõi sửa đổi (Track Changes): lấy bản đã chấp nhận hết, chữ đã xóa không đưa vào", imported);
    }

    [Fact]
    public void Pictures_are_listed_by_section_and_description()
    {
        var picture = Drawing("<wp:docPr id=\"1\" name=\"a\" descr=\"sơ đồ quầy\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic/></a:graphicData></a:graphic>");
        var old = new Run(new Picture("<w:pict xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape><v:imagedata/></v:shape></w:pict>"));
        var imported = Read(picture, old);
        Lists("Hình ở mục «Cách nộp»: «sơ đồ quầy»", imported);
        Lists("Hình ở mục «Cách nộp»", imported);
    }

    [Fact]
    public void A_picture_of_the_head_is_listed_too() =>
        Lists("Hình ở phần đầu văn bản", Imported.Of(new WordBuilder().Add(Middle(new Paragraph(Run("Tiêu đề", isBold: true), Drawing("<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>")))).Text("Một.")));

    [Fact]
    public void Boxes_charts_and_shapes_are_listed()
    {
        var box = Shape.Replace("{0}", "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Chữ trong</w:t></w:r></w:p><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></wps:txbx>", StringComparison.Ordinal);
        var alternate = new Run(new AlternateContent(new AlternateContentChoice(((Run)Drawing(box)).FirstChild!.CloneNode(true)) { Requires = "wps" }, new AlternateContentFallback(new Picture())));
        var imported = Read(alternate, Drawing(Shape.Replace("{0}", "", StringComparison.Ordinal)), Drawing("<a:graphic><a:graphicData uri=\"c\"><c:chart/></a:graphicData></a:graphic>"));
        Lists("Ô chữ ở mục «Cách nộp»: «Chữ trong khung»", imported);
        Lists("Biểu đồ ở mục «Cách nộp»", imported);
        Lists("1 nét vẽ, hình khối không có chữ", imported);
    }

    [Fact]
    public void An_equation_keeps_its_letters()
    {
        var imported = Read(Run("Liều "), new DocumentFormat.OpenXml.Math.OfficeMath(new DocumentFormat.OpenXml.Math.Run(new DocumentFormat.OpenXml.Math.Text("x=5"))), Run(" mg"));
        Assert.EndsWith("Liều x=5 mg", imported.Notice.Sections[^1].Markdown);
        Lists("Công thức (chỉ chữ còn trong bản nháp) ở mục «Cách nộp»: «x=5»", imported);
    }

    [Fact]
    public void Comments_heads_and_feet_are_listed()
    {
        var word = new WordBuilder();
        word.Main.AddNewPart<HeaderPart>().Header = new Header(Paragraph("Bản dự thảo"));
        word.Main.AddNewPart<FooterPart>().Footer = new Footer(Paragraph("12"));
        var imported = Imported.Of(word.Add(new Paragraph(Run("Một."), word.Comment("Xem lại số này"))));
        Lists("Ghi chú bên lề ở phần mở đầu: «Xem lại số này»", imported);
        Lists("Đầu trang: «Bản dự thảo»", imported);
        Assert.DoesNotContain(imported.Draft.NotCarried, line => line.StartsWith("Chân trang", StringComparison.Ordinal));
    }

    [Fact]
    public void Hidden_struck_and_symbol_text_is_listed()
    {
        var hidden = Run("ẩn đi");
        hidden.RunProperties!.Append(new Vanish());
        var struck = Run("bỏ đi");
        struck.RunProperties!.Append(new Strike());
        var imported = Read(hidden, struck, new Run(new SymbolChar { Font = "Wingdings", Char = "F0FE" }), Run("\uF0A8 ô"));
        Assert.EndsWith("bỏ đi ô", imported.Notice.Sections[^1].Markdown);
        Lists("Chữ ẩn ở mục «Cách nộp»: «ẩn đi»", imported);
        Lists("Nét gạch ngang chữ (chữ vẫn còn trong bản nháp) ở mục «Cách nộp»: «bỏ đi»", imported);
        Lists("Ký hiệu của phông biểu tượng ở mục «Cách nộp»: «Wingdings»", imported);
        Lists("Ký hiệu của phông biểu tượng ở mục «Cách nộp»", imported);
    }

    [Fact]
    public void The_list_of_contents_is_left_out_and_said()
    {
        var word = new WordBuilder().Add(
            new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" TOC \\o \"1-3\" ")), new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), Run("Một\t1")),
            new Paragraph(Run("Hai\t2")), new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.End })), Paragraph("Chữ."));
        var imported = Imported.Of(word);
        Assert.Equal("Chữ.", imported.Body);
        Assert.Contains(imported.Draft.NotCarried, line => line.StartsWith("Mục lục tự động", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_that_never_ends_swallows_nothing()
    {
        var begin = new Run(new FieldChar { FieldCharType = FieldCharValues.Begin });
        Assert.Equal("Một.\n\nHai.", Imported.Of(new WordBuilder().Add(new Paragraph(Run("Một."), begin), Paragraph("Hai."))).Body);
    }

    [Fact]
    public void Placeholders_are_no_text_and_fields_are_their_results()
    {
        var placeholder = new SdtRun(new SdtProperties(new ShowingPlaceholder()), new SdtContentRun(Run("Bấm vào đây để nhập")));
        var filled = new SdtRun(new SdtProperties(), new SdtContentRun(Run("đã điền ")));
        var imported = Imported.Of(new WordBuilder().Add(new Paragraph(placeholder, filled, new SimpleField(Run("12")) { Instruction = " NUMPAGES " })).Add(new SdtBlock(new SdtProperties(), new SdtContentBlock(Paragraph("Khối.")))));
        Assert.Equal("đã điền 12\n\nKhối.", imported.Body);
    }

    [Fact]
    public void A_few_words_in_an_old_font_are_carried_as_they_are_and_said()
    {
        var imported = Imported.Of(new WordBuilder().Add(new Paragraph(Run("Phần lớn văn bản này viết bằng phông Unicode. "), Run("Së Y tÕ", font: ".VnTime"))));
        Assert.EndsWith("Së Y tÕ", imported.Body);
        Lists("Chữ phông .VnTime (bảng mã cũ, chưa đổi sang Unicode) ở phần mở đầu: «Së Y tÕ»", imported);
    }

    [Fact]
    public void Unicode_in_a_font_named_like_an_old_one_is_unicode() =>
        Assert.DoesNotContain(Imported.Of(new WordBuilder().Add(new Paragraph(Run("Sở Y tế", font: "VNI-Times")))).Draft.NotCarried, line => line.Contains("VNI", StringComparison.Ordinal));

    [Fact]
    public void The_same_is_said_once_and_very_much_is_counted()
    {
        OpenXmlElement Picture(string described) => Drawing($"<wp:docPr id=\"1\" name=\"a\" descr=\"{described}\"/><a:graphic><a:graphicData uri=\"p\"><pic:pic/></a:graphicData></a:graphic>");
        Lists("Hình ở mục «Cách nộp»: «một» (3 lần)", Read(Picture("một"), Picture("một"), Picture("một")));
        Lists("Hình: còn 30 chỗ nữa", Read([.. Enumerable.Range(1, 50).Select(n => Picture("hình " + n))]));
    }
}
