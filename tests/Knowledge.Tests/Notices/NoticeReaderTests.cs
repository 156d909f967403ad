using Knowledge.Notices;

namespace Knowledge.Tests.Notices;

public class NoticeReaderTests
{
    [Fact]
    public void A_notice_is_its_front_matter_and_a_section_for_each_heading()
    {
        var (notice, faults) = Sample.Read(Sample.Text);
        Assert.Empty(faults);
        Assert.Equal(("mau", "Sở Mẫu", NoticeStatus.Historical), (notice!.Id, notice.Issuer, notice.Status));
        Assert.Null(notice.Number);
        Assert.Equal("Quầy 19", notice.Facts["counter"]);
        Assert.Equal(["quay", "le-phi"], notice.Sections.Select(s => s.Id));
    }

    [Fact]
    public void A_section_keeps_heading_text_audience_and_questions_apart()
    {
        var section = Sample.Read(Sample.Text).Notice!.Sections[0];
        Assert.Equal("Nộp trực tiếp ở quầy nào?", section.Heading);
        Assert.StartsWith("Quý vị nộp tại **Quầy 19**.", section.Markdown);
        Assert.DoesNotContain("**", section.Text);
        Assert.Equal("citizen", section.Audience);
        Assert.Equal(["nộp ở quầy nào", "bàn số mấy nhận giấy"], section.Questions.Select(q => q.Ask));
        Assert.Equal("Quầy 19", Assert.Single(section.Questions[0].Contains));
        Assert.Equal(19, section.Line);
    }

    [Fact]
    public void A_section_can_record_what_the_notice_does_not_say() => Assert.False(Sample.Read(Sample.Text).Notice!.Sections[1].IsStated);

    [Theory]
    [InlineData("null", null, false)]
    [InlineData("none", null, true)]
    [InlineData("\"12/TB\"", "12/TB", false)]
    public void A_number_that_is_not_known_is_not_one_that_the_document_leaves_blank(string written, string? number, bool isUnnumbered)
    {
        var notice = Sample.Read(Sample.Text.Replace("number: null", "number: " + written, StringComparison.Ordinal)).Notice!;
        Assert.Equal((number, isUnnumbered), (notice.Number, notice.IsUnnumbered));
    }

    [Fact]
    public void What_nobody_could_confirm_may_hold_but_does_not_count_as_in_force()
    {
        var notice = Sample.Read(Sample.Text.Replace("status: historical", "status: unconfirmed", StringComparison.Ordinal)).Notice!;
        var day = new DateOnly(2026, 11, 21);
        Assert.Equal((false, true), (notice.HoldsOn(day), notice.MayHoldOn(day)));
    }

    [Theory]
    [InlineData("title: Thông báo mẫu\n", "", 2, "thiếu «title»")]
    [InlineData("issued: 2020-08\n", "issued: 8/2020\n", 6, "không phải ngày")]
    [InlineData("status: historical", "status: cũ", 8, "«status»")]
    [InlineData("superseded-by: []", "superceded-by: []", 9, "không biết khóa «superceded-by»")]
    [InlineData("seen: 2026-11-21", "seen: 2026-11", 10, "«seen»")]
    [InlineData("source: {", "sources: {", 2, "thiếu «source»")]
    [InlineData("  quay:\n", "  quayy:\n", 14, "không có mục đó")]
    [InlineData("audience=citizen", "audiance=citizen", 19, "không hiểu")]
    [InlineData("{#le-phi", "{#quay", 24, "hai mục cùng mang mã")]
    [InlineData("Thông báo không nêu lệ phí.", "", 24, "không có nội dung")]
    [InlineData("kind: thông báo", "kind: hướng dẫn", 3, "phải nằm trong thư mục notices/huong-dan/")]
    [InlineData("number: null", "number: [", 2, "YAML sai")]
    public void What_is_wrong_is_said_with_its_line(string part, string spoilt, int line, string message)
    {
        var (notice, faults) = Sample.Read(Sample.Text.Replace(part, spoilt, StringComparison.Ordinal));
        Assert.Null(notice);
        Assert.Contains(faults, f => f.Line == line && f.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_front_matter_there_is_no_notice()
    {
        var (notice, faults) = Sample.Read("# Chỉ có chữ");
        Assert.Null(notice);
        Assert.Equal(1, Assert.Single(faults).Line);
    }

    [Fact]
    public void A_draft_answers_nobody_and_is_no_fault()
    {
        var (notice, faults) = Sample.Read(Sample.Text.Replace("status: historical", "status: draft", StringComparison.Ordinal));
        Assert.Null(notice);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_draft_may_lack_what_is_not_known_yet_but_not_say_it_wrongly()
    {
        var draft = Sample.Text.Replace("status: historical", "status: draft", StringComparison.Ordinal);
        foreach (var line in (string[])["title: Thông báo mẫu", "issuer: Sở Mẫu", "issued: 2020-08"])
        {
            Assert.Contains(line, draft, StringComparison.Ordinal);
            Assert.Empty(Sample.Read(draft.Replace(line, line.Split(':')[0] + ": null", StringComparison.Ordinal)).Faults);
        }
        Assert.Single(Sample.Read(draft.Replace("issued: 2020-08", "issued: tháng tám", StringComparison.Ordinal)).Faults);
    }

    [Fact]
    public void Windows_line_ends_change_nothing()
    {
        var (notice, faults) = Sample.Read(Sample.Text.ReplaceLineEndings("\r\n"));
        Assert.Empty(faults);
        Assert.Equal(19, notice!.Sections[0].Line);
    }

    [Theory]
    [InlineData("Thông báo", "thong-bao")]
    [InlineData("Sản xuất mỹ phẩm", "san-xuat-my-pham")]
    public void A_slug_is_bare_words_and_dashes(string text, string slug) => Assert.Equal(slug, NoticeReader.Slug(text));
}
