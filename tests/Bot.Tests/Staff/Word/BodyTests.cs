using DocumentFormat.OpenXml.Wordprocessing;
using static Bot.Tests.Staff.Word.WordBuilder;

namespace Bot.Tests.Staff.Word;

/// <summary>Lists, tables, notes, links and looks, as they stand in the draft.</summary>
public sealed class BodyTests
{
    private static string Read(params Paragraph[] paragraphs) => Imported.Of(new WordBuilder().Add(paragraphs)).Body;

    [Fact]
    public void Lists_keep_their_numbers_and_how_they_are_nested()
    {
        var word = new WordBuilder().Item(2, 0, "Một").Item(2, 1, "chữ").Item(2, 2, "la mã").Item(2, 1, "chữ nữa").Item(2, 0, "Hai").Text("Giữa.").Item(2, 0, "Ba").Item(1, 0, "chấm").Item(1, 1, "trong").Item(4, 0, "Lại từ đầu");
        Assert.Equal(
            """
            1. Một
               - a) chữ
                 - i. la mã
               - b) chữ nữa
            2. Hai

            Giữa.

            3. Ba
            - chấm
              - trong
            1. Lại từ đầu
            """, Imported.Of(word).Body, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Typed_lists_are_lists() =>
        Assert.Equal("- Một\n  - trong\n- Hai\n1. Ba\n2. Bốn\n\na) chữ", Imported.Of(new WordBuilder().Text("- Một", "+ trong", "– Hai", "1. Ba", "2. Bốn", "a) chữ")).Body);

    [Fact]
    public void Tables_are_tables_and_merged_cells_are_said()
    {
        var merged = new Table(
            new TableRow(new TableCell(new TableCellProperties(new GridSpan { Val = 2 }), Paragraph("Phí | lệ phí")), Cell(Paragraph("Ghi chú"))),
            new TableRow(new TableCell(new TableCellProperties(new VerticalMerge { Val = MergedCellValues.Restart }), Paragraph("Loại A")), Cell(Paragraph("500.000"), Paragraph("đồng")), Cell(Paragraph(""))),
            new TableRow(new TableCell(new TableCellProperties(new VerticalMerge()), Paragraph("")), Cell(Listed(Paragraph("tự đánh số"), 2, 0)), Cell(Paragraph("*"))));
        var imported = Imported.Of(new WordBuilder().Heading(1, "Phí").Add(merged, Paragraph("Hết."), Table(["Khung một ô"])).Heading(1, "Khác").Add(Table(["A", "B"], ["1", "2"])));
        Assert.Equal(
            ["phi: | Phí \\| lệ phí |  | Ghi chú |\n| --- | --- | --- |\n| Loại A | 500.000 đồng |  |\n|  | 1. tự đánh số | \\* |\n\nHết.\n\nKhung một ô", "khac: | A | B |\n| --- | --- |\n| 1 | 2 |"], imported.Sections);
        Assert.Equal("Ô gộp trong bảng (đã tách thành ô trống) ở mục «Phí»: «Phí | lệ phí»", imported.Draft.NotCarried[^1]);
    }

    [Fact]
    public void Notes_stand_at_the_end_of_their_section()
    {
        var word = new WordBuilder();
        word.Heading(1, "Một").Add(new Paragraph(Run("Cài Bluezone"), word.Footnote(Run(" Tại "), Run("https://mau.vn/tai_lieu", isItalic: true)), Run(" trước khi nộp.")))
            .Text("Đoạn sau.").Heading(1, "Hai").Add(new Paragraph(Run("Chữ"), word.Endnote("Cuối văn bản."))).Add(Table(["A", "B"], ["1", "2"]))
            .Add(new Paragraph(Run("Lại"), new Run(new FootnoteReference { Id = 1 }), Run(".")));
        Assert.Equal(
            ["mot: Cài Bluezone\\[1] trước khi nộp.\n\nĐoạn sau.\n\nChú thích [1]: Tại *<https://mau.vn/tai_lieu>*",
                "hai: Chữ\\[2]\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nLại\\[1].\n\nChú thích [2]: Cuối văn bản."],
            Imported.Of(word).Sections);
    }

    [Fact]
    public void A_note_of_the_title_goes_to_the_first_section()
    {
        var word = new WordBuilder();
        word.Add(Middle(new Paragraph(Run("Tiêu đề", isBold: true), word.Footnote(Run("Về tiêu đề."))))).Text("Một.");
        Assert.Equal("Một.\n\nChú thích [1]: Về tiêu đề.", Imported.Of(word).Body);
    }

    [Fact]
    public void Links_lead_where_they_led()
    {
        var word = new WordBuilder();
        var field = new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" HYPERLINK \"https://mau.vn/b\" ")), new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run("trường"), new Run(new FieldChar { FieldCharType = FieldCharValues.End }), Run(" sau."));
        word.Add(new Paragraph(Run("Xem "), word.Link("https://mau.vn/a_(b)", "trang [này]"), Run(", "), word.Link("https://mau.vn/", "https://mau.vn"), Run(" hay "), word.Link("mailto:a@mau.vn", "a@mau.vn"), Run(".")), field);
        Assert.Equal("Xem [trang \\[này\\]](<https://mau.vn/a_(b)>), <https://mau.vn/> hay <a@mau.vn>.\n\n[trường](<https://mau.vn/b>) sau.", Imported.Of(word).Body);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("tai-lieu.docx")]
    public void Links_to_scripts_and_files_are_not_carried(string address)
    {
        var word = new WordBuilder();
        var imported = Imported.Of(word.Add(new Paragraph(Run("Xem "), word.Link(address, "đây"), Run("."))));
        Assert.Equal("Xem đây.", imported.Body);
        Assert.Contains(imported.Draft.NotCarried, line => line.StartsWith("Liên kết không dùng được trên mạng", StringComparison.Ordinal) && line.Contains(address, StringComparison.Ordinal));
    }

    [Fact]
    public void Bold_and_italic_are_kept_where_markdown_can_say_them()
    {
        Assert.Equal("Nộp tại **Quầy 19** *tầng 1*, ***gấp***.", Read(new Paragraph(Run("Nộp tại "), Run("Quầy", true), Run(" "), Run("19 ", true), Run("tầng 1", isItalic: true), Run(", "), Run("gấp", true, true), Run("."))));
        // Stars that would be read as stars are left away, the words never.
        Assert.Equal("a(b)c", Read(new Paragraph(Run("a"), Run("(b)", true), Run("c"))));
    }

    [Theory]
    [InlineData("# không phải tiêu đề")]
    [InlineData("> không phải trích dẫn")]
    [InlineData("2*3*4 và _gạch_ và `mã` và [ngoặc](x) và \\ gạch")]
    [InlineData("<script>alert(1)</script> & &amp; &#60;b&#62;")]
    [InlineData("{#ma .lop khoa=gia} ![hình](http://x.vn/y.png)")]
    [InlineData("2020. Năm ấy")]
    [InlineData("=====")]
    [InlineData("~~~ rào")]
    [InlineData("a_b_c __d__ **e** ***f***")]
    [InlineData("[1]: http://x.vn")]
    [InlineData("a | b")]
    [InlineData("VP_(BTM)")]
    [InlineData("**")]
    public void Text_is_read_back_as_the_very_same_text(string text)
    {
        var imported = Imported.Of(new WordBuilder().Heading(1, "x" + text).Add(new Paragraph(Run("Đầu."))).Add(new Paragraph(Run(text + " cuối"))));
        var section = Assert.Single(imported.Notice.Sections);
        Assert.Equal($"Đầu.\n{text} cuối", section.Text.Replace("\n\n", "\n"));
        Assert.DoesNotContain("<script", Markdig.Markdown.ToHtml(section.Markdown, Knowledge.Notices.NoticeReader.Pipeline));
    }

    [Fact]
    public void Text_is_in_one_spelling()
    {
        var body = Read(new Paragraph(Run("Hồ sơ\u00A0của quý\u200B vị, m"), new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new Text("2"))));
        Assert.Equal("Hồ sơ của quý vị, m²".Normalize(), body);
        // A letter and its mark in two runs.
        Assert.Equal("hồ", Read(new Paragraph(Run("hô"), Run("\u0300"))));
    }

    [Fact]
    public void Line_breaks_part_paragraphs() => Assert.Equal("Một.\n\nHai.", Read(new Paragraph(Run("Một.\nHai."))));
}
