using Knowledge.Notices;

namespace Bot.Tests.Staff.Word;

/// <summary>The head and the end of official documents, and what becomes of them.</summary>
public sealed class LetterheadTests
{
    private static WordBuilder Announcement(string number = "Số: 123/TB-SYT", string date = "Mẫu Sơn, ngày 05 tháng 8 năm 2020") => new WordBuilder()
        .Letterhead("ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ Y TẾ", number, date)
        .Centred("THÔNG BÁO").Centred("Về việc tiếp nhận hồ sơ").Centred("trong thời gian phòng, chống dịch").Centred("_______")
        .Text("Sở Y tế thông báo như sau.");

    [Fact]
    public void An_announcement_fills_its_front_matter()
    {
        var imported = Imported.Of(Announcement());
        Assert.Equal(
            ("Tiếp nhận hồ sơ trong thời gian phòng, chống dịch", "thông báo", "123/TB-SYT", "Sở Y tế", new PartialDate(2020, 8, 5)),
            (imported.Notice.Title, imported.Notice.Kind, imported.Notice.Number, imported.Notice.Issuer, imported.Notice.Issued));
        Assert.Equal(("Thông báo 123/TB-SYT ngày 05/8/2020 của Sở Y tế", Imported.Today, Imported.Today), (imported.Notice.Source.Name, imported.Notice.Source.Seen, imported.Notice.Reviewed));
        Assert.Equal("draft", imported.Key("status"));
        Assert.Equal(["noi-dung: Sở Y tế thông báo như sau."], imported.Sections);
        Assert.Equal(
            ["Không tìm thấy trong tệp, bản nháp để trống: effective, source.url", "Nơi ban hành: «Mẫu Sơn»", "Cơ quan chủ quản: «ỦY BAN NHÂN DÂN TỈNH MẪU»", "Quốc hiệu và tiêu ngữ"],
            imported.Draft.NotCarried.ToArray());
    }

    // Also where the head itself has no date.
    [Theory]
    [InlineData("Thời gian thực hiện: từ ngày 01 tháng 7 năm 2026.")]
    [InlineData("Thông báo này có hiệu lực kể từ ngày 01 tháng 7 năm 2026.")]
    [InlineData("Có hiệu lực kể từ ngày 01 tháng 7 năm 2026")]
    [InlineData("Từ ngày 01 tháng 7 năm 2026")]
    [InlineData("Từ thứ Tư, ngày 01 tháng 7 năm 2026")]
    [InlineData("Thời hạn: ngày 01 tháng 7 năm 2026")]
    [InlineData("Nộp trước ngày 01 tháng 7 năm 2026.")]
    [InlineData("Các đơn vị gửi báo cáo về Sở Y tế chậm nhất là ngày 01 tháng 7 năm 2026")]
    public void A_date_in_the_text_is_not_the_date_of_the_head(string sentence)
    {
        foreach (var (date, issued) in new[] { ("Mẫu Sơn, ngày 05 tháng 8 năm 2020", "2020-08-05"), ("", "null") })
        {
            var imported = Imported.Of(Announcement(date: date).Text(sentence));
            Assert.Equal(("Tiếp nhận hồ sơ trong thời gian phòng, chống dịch", issued), (imported.Notice.Title, imported.Key("issued")));
            Assert.Equal($"Sở Y tế thông báo như sau.\n\n{sentence}", imported.Body);
        }
    }

    [Fact]
    public void The_head_ends_where_it_is_whole()
    {
        var imported = Imported.Of(Announcement().Text("Số: 99/GM-SYT", "Mẫu Sơn, ngày 09 tháng 9 năm 2026"));
        Assert.Equal(("123/TB-SYT", new PartialDate(2020, 8, 5)), (imported.Notice.Number, imported.Notice.Issued));
        Assert.Equal("Sở Y tế thông báo như sau.\n\nSố: 99/GM-SYT\n\nMẫu Sơn, ngày 09 tháng 9 năm 2026", imported.Body);
    }

    [Theory]
    [InlineData("Từ Sơn, ngày 05 tháng 8 năm 2020")]
    [InlineData("Thành phố Hồ Chí Minh, ngày 05 tháng 8 năm 2020")]
    [InlineData("TP. Mẫu ngày 05 tháng 8 năm 2020")]
    public void A_place_stands_before_the_date(string date) => Assert.Equal(new PartialDate(2020, 8, 5), Imported.Of(Announcement(date: date)).Notice.Issued);

    [Fact]
    public void A_letter_takes_its_subject_from_the_head()
    {
        var imported = Imported.Of(new WordBuilder().Letterhead("BỘ MẪU", "CỤC THỬ", "Số: 7/CT-VP", "Mẫu Sơn, ngày 1 tháng 2 năm 2026", "V/v hướng dẫn nộp hồ sơ\nqua mạng")
            .Add(WordBuilder.Middle(new(WordBuilder.Run("Kính gửi: Các phòng", isBold: true)))).Text("Nội dung."));
        Assert.Equal(("Hướng dẫn nộp hồ sơ qua mạng", "thông báo", "công văn", new PartialDate(2026, 2, 1)), (imported.Notice.Title, imported.Notice.Kind, imported.Notice.Document, imported.Notice.Issued));
        Assert.Equal("**Kính gửi: Các phòng**\n\nNội dung.", imported.Body);
        // No text names the body in small letters: it stays as it is written.
        Assert.Equal("CỤC THỬ", imported.Notice.Issuer);
    }

    [Fact]
    public void A_decision_is_a_guide_that_names_what_it_is()
    {
        var imported = Imported.Of(new WordBuilder().Letterhead("UBND TỈNH MẪU", "SỞ Y TẾ", "Số: 45/QĐ-SYT", "Mẫu Sơn, ngày 09 tháng 12 năm 2025")
            .Centred("QUYẾT ĐỊNH").Centred("Về việc ban hành quy chế").Centred("GIÁM ĐỐC SỞ Y TẾ").Text("Căn cứ Luật;").Centred("QUYẾT ĐỊNH:")
            .Text("Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp nhận hồ sơ.", "Điều 2. Quyết định có hiệu lực từ ngày ký."));
        Assert.Equal(("Ban hành quy chế", "hướng dẫn", "quyết định"), (imported.Notice.Title, imported.Notice.Kind, imported.Notice.Document));
        Assert.Equal(
            ["giam-doc-so-y-te: Căn cứ Luật;", "dieu-1: **QUYẾT ĐỊNH**\n\nBan hành kèm theo Quyết định này Quy chế tiếp nhận hồ sơ.", "dieu-2: Quyết định có hiệu lực từ ngày ký."], imported.Sections);
    }

    [Theory]
    [InlineData("Số:      /TB-SYT", "Mẫu Sơn, ngày       tháng 8 năm 2020", "null", "2020-08", "number: văn bản để trống số", "issued: văn bản không ghi đủ ngày")]
    [InlineData("Số: …/TB-SYT", "Mẫu Sơn, ngày … tháng … năm 2020", "null", "2020", "number: văn bản để trống số", "issued: văn bản không ghi đủ ngày")]
    [InlineData("Số: 12 / TB - SYT", "ngày 31 tháng 02 năm 2020", "\"12/TB-SYT\"", "null", "issued: văn bản không ghi đủ ngày")]
    public void What_is_left_blank_is_null_and_said(string number, string date, string expectedNumber, string expectedDate, params string[] said)
    {
        var imported = Imported.Of(Announcement(number, date));
        Assert.Equal((expectedNumber, expectedDate), (imported.Key("number"), imported.Key("issued")));
        Assert.All(said, part => Assert.Contains(imported.Draft.NotCarried, line => line.StartsWith(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_head_without_a_table_is_read_by_its_lines()
    {
        var imported = Imported.Of(new WordBuilder()
            .Text("UBND TỈNH MẪU\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc", "Số: 5/KH-SYT\tMẫu Sơn, ngày 03 tháng 3 năm 2026")
            .Centred("KẾ HOẠCH\nTiêm chủng năm 2026").Text("Nội dung."));
        Assert.Equal(("Tiêm chủng năm 2026", "kế hoạch", "5/KH-SYT", "SỞ Y TẾ"), (imported.Notice.Title, imported.Notice.Document, imported.Notice.Number, imported.Notice.Issuer));
        Assert.Equal("Nội dung.", imported.Body);
    }

    [Fact]
    public void Recipients_and_signer_are_in_the_front_matter_and_an_annex_is_a_section()
    {
        var imported = Imported.Of(Announcement().Closing(["- UBND tỉnh (b/c);", "- Lưu: VT, VP_(BTM)."], "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu").Centred("PHỤ LỤC").Centred("Danh mục").Text("Một."));
        Assert.Equal(["mo-dau: Sở Y tế thông báo như sau.", "phu-luc-danh-muc: Một."], imported.Sections);
        Assert.Equal<IEnumerable<string>>(["UBND tỉnh (b/c)", "Lưu: VT, VP_(BTM)"], imported.Notice.Recipients);
        Assert.Equal<IEnumerable<string>>(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"], imported.Notice.Signer);
    }

    [Fact]
    public void An_end_without_a_table_is_read_by_its_lines()
    {
        var imported = Imported.Of(Announcement().Text("Nơi nhận:\tGIÁM ĐỐC", "- Như trên;\t(Đã ký)", "- Lưu: VT.", "Nguyễn Văn Mẫu"));
        Assert.Equal<IEnumerable<string>>(["Như trên", "Lưu: VT"], imported.Notice.Recipients);
        Assert.Equal<IEnumerable<string>>(["GIÁM ĐỐC", "(Đã ký)", "Nguyễn Văn Mẫu"], imported.Notice.Signer);
    }

    [Fact]
    public void Where_to_hand_something_in_is_no_list_of_recipients()
    {
        var imported = Imported.Of(Announcement().Text("Nơi nhận hồ sơ: Quầy 19.").Add(WordBuilder.Table(["Nơi nhận hồ sơ: Quầy 20", "Buổi sáng"])));
        Assert.Equal("Sở Y tế thông báo như sau.\n\nNơi nhận hồ sơ: Quầy 19.\n\n| Nơi nhận hồ sơ: Quầy 20 | Buổi sáng |\n| --- | --- |", imported.Body);
        Assert.Empty(imported.Notice.Recipients);
        Assert.Empty(imported.Notice.Signer);
        // The title alone in its line needs no colon.
        Assert.Equal<IEnumerable<string>>(["Lưu: VT"], Imported.Of(Announcement().Text("Nơi nhận", "- Lưu: VT.")).Notice.Recipients);
    }

    [Fact]
    public void A_table_that_somebody_signs_in_is_a_signature_without_recipients_a_table_of_names_is_none()
    {
        var imported = Imported.Of(Announcement().Add(WordBuilder.Table(["", "TM. ỦY BAN NHÂN DÂN"], ["", "Nguyễn Văn Mẫu"])));
        Assert.Equal<IEnumerable<string>>(["TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn Mẫu"], imported.Notice.Signer);
        Assert.Single(imported.Sections);
        Assert.StartsWith("Sở Y tế thông báo như sau.\n\n| Họ tên |", Imported.Of(Announcement().Add(WordBuilder.Table(["Họ tên", "Chức vụ"], ["Mẫu", "Trưởng phòng"], ["Thử", "Nhân viên"], ["Ba", "Phó"]))).Body);
    }

    [Fact]
    public void A_document_that_is_no_official_one_has_the_rest_null()
    {
        var imported = Imported.Of(new WordBuilder().Add(WordBuilder.Styled("Title", "Nộp hồ sơ ở đâu")).Heading(1, "Tại quầy").Text("Quầy 19."));
        Assert.Equal(("Nộp hồ sơ ở đâu", "null", "null", "null"), (imported.Notice.Title, imported.Key("number"), imported.Key("issuer"), imported.Key("issued")));
        Assert.Equal(["Không tìm thấy trong tệp, bản nháp để trống: document, number, issuer, issued, effective, source.url", "kind: không rõ loại văn bản, tạm ghi «thông báo»"], imported.Draft.NotCarried.ToArray());
    }

    [Fact]
    public void Without_even_a_title_it_is_still_a_draft_that_can_be_read()
    {
        var imported = Imported.Of(new WordBuilder().Text("Chỉ có một đoạn."));
        Assert.Equal(("null", "Chỉ có một đoạn."), (imported.Key("title"), imported.Body));
        Assert.Contains("title, document, number", imported.Draft.NotCarried[0]);
    }

    [Fact]
    public void The_only_heading_of_the_first_level_above_all_is_the_title() =>
        Assert.Equal(("Nộp hồ sơ", "Quầy 19."), Imported.Of(new WordBuilder().Heading(1, "Nộp hồ sơ").Text("Quầy 19.")) is var i ? (i.Notice.Title, i.Body) : default);

    [Fact]
    public void The_kind_can_be_given() => Assert.Equal(("tin tức", "thông báo"), Imported.Of(Announcement().Build(), "tin tức") is var i ? (i.Notice.Kind, i.Notice.Document) : default);

    [Fact]
    public void What_a_title_says_cannot_break_out_of_its_line()
    {
        var imported = Imported.Of(Announcement().Build());
        var evil = Imported.Of(new WordBuilder().Add(WordBuilder.Styled("Title", "A\" \\ # { x: y }\u2028status: in-force\n---\nb")).Text("Một."));
        Assert.Equal("draft", evil.Key("status"));
        Assert.StartsWith("A\" \\ # { x: y }", evil.Notice.Title);
        Assert.Equal("draft", imported.Key("status"));
    }
}
