using DocumentFormat.OpenXml.Wordprocessing;
using static Bot.Tests.Staff.Word.WordBuilder;

namespace Bot.Tests.Staff.Word;

/// <summary>Which paragraphs become headings of sections.</summary>
public sealed class HeadingTests
{
    private static string[] Read(params Paragraph[] paragraphs) =>
        Imported.Of(new WordBuilder().Text("Mở.").Add([.. paragraphs.SelectMany(p => (Paragraph[])[p, Paragraph("Chữ.")])])).Headings[1..];

    [Fact]
    public void Styles_make_headings_by_outline_level_by_name_and_by_what_they_are_based_on() =>
        Assert.Equal(["Một", "Hai", "Ba", "Bốn"], Read(Styled("Heading1", "Một"), Styled("Tiu2", "Hai"), Styled("CuaSo", "Ba"), new Paragraph(new ParagraphProperties(new OutlineLevel { Val = 3 }), Run("Bốn"))));

    [Fact]
    public void A_paragraph_can_say_that_it_is_no_heading() =>
        Assert.Equal([], Read(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }, new OutlineLevel { Val = 9 }), Run("Chữ thường"))));

    [Theory]
    [InlineData("Điều 5. Thời hạn giải quyết", false)]
    [InlineData("I. QUY ĐỊNH CHUNG", false)]
    [InlineData("A. PHẠM VI", false)]
    [InlineData("Chương II", true)]
    [InlineData("Mục 3 TRÌNH TỰ", true)]
    [InlineData("1. Thành phần hồ sơ", true)]
    [InlineData("2.1. Cách nộp", true)]
    public void The_numbering_of_official_documents_makes_headings(string text, bool isBold) => Assert.Equal([text], Read(new Paragraph(Run(text, isBold))));

    [Theory]
    [InlineData("1. Tờ khai theo mẫu")]
    [InlineData("Điều 5 của Luật quy định rõ việc này")]
    [InlineData("I. Một câu dài có chữ thường")]
    [InlineData("a) Bản sao")]
    [InlineData("1.500.000 đồng")]
    public void What_only_looks_like_it_stays_text(string text) => Assert.Equal([], Read(new Paragraph(Run(text))));

    [Fact]
    public void Bold_in_the_middle_is_a_heading_bold_at_the_margin_is_not() =>
        Assert.Equal(["Phần chung"], Read(Middle(new Paragraph(Run("Phần chung", isBold: true))), new Paragraph(Run("Lưu ý", isBold: true)), Middle(Paragraph("giữa"))));

    [Fact]
    public void Text_that_begins_behind_the_heading_in_its_line_is_the_sections()
    {
        var sections = Imported.Of(new WordBuilder().Add(
            new Paragraph(Run("Điều 1. Phạm vi. ", isBold: true), Run("Quy chế này áp dụng cho "), Run("mọi người", isItalic: true), Run(".")),
            new Paragraph(Run("2. Hình thức nộp:", isBold: true), Run(" Qua mạng.")),
            new Paragraph(Run("Điều 3.", isBold: true), Run(" Thi hành từ ngày ký.")),
            new Paragraph(Run("Điều 4.\tCác ông bà Chánh Văn phòng, Trưởng phòng, Giám đốc các đơn vị chịu trách nhiệm thi hành Quyết định này kể từ ngày ký ban hành.")))).Sections;
        Assert.Equal(
            ["dieu-1-pham-vi: Quy chế này áp dụng cho *mọi người*.", "hinh-thuc-nop: Qua mạng.", "dieu-3: Thi hành từ ngày ký.",
                "dieu-4: Các ông bà Chánh Văn phòng, Trưởng phòng, Giám đốc các đơn vị chịu trách nhiệm thi hành Quyết định này kể từ ngày ký ban hành."], sections);
    }

    [Fact]
    public void The_numbers_that_word_puts_before_headings_are_kept()
    {
        var imported = Imported.Of(new WordBuilder().Item(3, 0, "Quy định chung", isBold: true).Text("Một.").Item(3, 1, "Phạm vi", isBold: true).Text("Hai.").Item(3, 0, "Tổ chức", isBold: true).Text("Ba."));
        Assert.Equal(["I. Quy định chung", "1. Phạm vi", "II. Tổ chức"], imported.Headings);
        Assert.Equal(["quy-dinh-chung", "pham-vi", "to-chuc"], imported.Notice.Sections.Select(s => s.Id));
    }

    [Fact]
    public void A_heading_over_two_lines_is_one_and_one_without_text_goes_before_the_next_text()
    {
        var imported = Imported.Of(new WordBuilder().Text("Mở.").Centred("Chương I").Centred("QUY ĐỊNH CHUNG").Heading(2, "Phạm vi").Text("Một.").Heading(2, "Hết"));
        Assert.Equal(["mo-dau: Mở.", "pham-vi: **Chương I. QUY ĐỊNH CHUNG**\n\nMột.\n\n**Hết**"], imported.Sections);
    }

    [Fact]
    public void Equal_headings_get_addresses_of_their_own()
    {
        var word = new WordBuilder().Text("Mở.");
        foreach (var heading in (string[])["Hồ sơ", "Hồ sơ", "Hồ sơ 2", "Nội dung", "2026", "!?1"]) word.Heading(1, heading).Text("Chữ.");
        var ids = Imported.Of(word).Notice.Sections.Select(s => s.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(["mo-dau", "ho-so", "ho-so-2", "ho-so-2-2", "noi-dung", "muc-2026", "muc-1"], ids);
    }

    [Fact]
    public void Long_equal_headings_get_short_addresses_of_their_own()
    {
        var heading = string.Join(' ', Enumerable.Repeat("thời hạn giải quyết", 6));
        var ids = Imported.Of(new WordBuilder().Heading(1, heading).Text("Một.").Heading(1, heading).Text("Hai.").Heading(1, new string('x', 100)).Text("Ba.")).Notice.Sections.Select(s => s.Id);
        Assert.Equal(["thoi-han-giai-quyet-thoi-han-giai-quyet-thoi-han-giai-quyet", "thoi-han-giai-quyet-thoi-han-giai-quyet-thoi-han-giai-quyet-2", new string('x', 60)], ids);
    }
}
