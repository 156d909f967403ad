using System.IO.Compression;
using System.Net;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Form;
using Bot.Tests.Conversations;
using Bot.Tests.Staff.Word;
using Knowledge.Notices;

namespace Bot.Tests.Staff.Notices.Pages;

/// <summary>How a draft begins: from a template, or of a Word file, which may be anything.</summary>
public sealed class NewDraftTests
{
    private static readonly (string, string)[] Template =
        [("templates/thu-tuc.md", File.ReadAllText(Path.Combine(RepositoryContent.Folder, "templates/thu-tuc.md")))];

    [Fact]
    public async Task A_draft_begins_with_the_template_of_its_kind_under_the_name_of_its_title()
    {
        await using var desk = await Desk.BeginAsync(Template);
        var begun = await desk.An.PostAsync(NoticeAddresses.New, null, ("Title", "Cấp lại giấy: lần hai"), ("Folder", "thu-tuc"), ("Name", ""));
        Assert.Equal("/nhan-vien/van-ban/thu-tuc/cap-lai-giay-lan-hai", begun.Location);
        var form = FormReader.Read(desk.Drafts.Find(NoticeFile.Of("thu-tuc", "cap-lai-giay-lan-hai")!)!.Text)!;
        Assert.Equal(("Cấp lại giấy: lần hai", "thủ tục", "draft", "2026-11-21", "Sở Y tế tỉnh Mẫu"), (form.Title, form.Kind, form.Status, form.Reviewed, form.Issuer));
        Assert.Contains("giay-to", form.Sections.Select(section => section.Id));
        Assert.Equal(HttpStatusCode.OK, (await desk.An.GetAsync(begun.Location!)).Status);
        Assert.Contains("draft-begun an notices/thu-tuc/cap-lai-giay-lan-hai.md", desk.Scene.Told);
        // A template answers nobody.
        Assert.Equal("nop-ho-so", Assert.Single(desk.Live.Current.Catalogue.Notices.Keys));
        Assert.Empty(desk.Live.Current.Faults.Where(fault => fault.File.StartsWith("templates", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_name_that_is_taken_or_none_is_told_with_what_was_written()
    {
        await using var desk = await Desk.BeginAsync();
        Task<Visitor.Shown> BeginAsync(string title, string folder, string name = "") => desk.An.PostAsync(NoticeAddresses.New, null, ("Title", title), ("Folder", folder), ("Name", name));
        var taken = await BeginAsync("Nộp hồ sơ", "huong-dan");
        Assert.All((string[])["[new.taken]", "value=\"Nộp hồ sơ\"", "value=\"nop-ho-so\""], text => Assert.Contains(text, taken.Text));
        Assert.NotNull((await BeginAsync("Nộp hồ sơ", "huong-dan", "Nộp Hồ Sơ 2")).Location);
        Assert.Contains("[new.taken]", (await BeginAsync("Khác", "thong-bao", "nop-ho-so-2")).Text);
        Assert.Contains("[new.no-place]", (await BeginAsync("???", "thong-bao")).Text);
        Assert.Contains("[new.no-place]", (await BeginAsync("Khác", "../pages")).Text);
        Assert.Contains("[new.no-title]", (await BeginAsync("", "thong-bao")).Text);
        Assert.Equal("notices/huong-dan/nop-ho-so-2.md", Assert.Single(desk.Drafts.All()).File.Path);
    }

    [Fact]
    public async Task A_word_file_becomes_a_draft_and_what_is_not_in_it_stays_in_sight_until_somebody_has_seen_it()
    {
        await using var desk = await Desk.BeginAsync();
        var word = new WordBuilder().Letterhead("UBND TỈNH MẪU", "SỞ Y TẾ", "Số: 12/TB-SYT", "Mẫu, ngày 5 tháng 1 năm 2026").Centred("THÔNG BÁO").Centred("Về việc nghỉ <b>Tết</b>")
            .Heading(1, "Nghỉ <img src=x onerror=alert(1)> ngày nào").Text("Nghỉ ba ngày <script>alert(2)</script>.")
            .Add(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(WordBuilder.Run("Hình:"), WordBuilder.Drawing("<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>")));
        var begun = await UploadAsync(desk, word.Build().ToArray());
        Assert.StartsWith("/nhan-vien/van-ban/thong-bao/", begun.Location);
        var draft = Assert.Single(desk.Drafts.All());
        Assert.Equal("12/TB-SYT", FormReader.Read(draft.Text)!.Number);
        var page = await desk.An.GetAsync(begun.Location!);
        Assert.Contains("[edit.not-carried]", page.Text);
        Assert.Contains("Hình ở", page.Text);
        foreach (var way in (string[])["", "?tep=true", "/xem", "/thu?hoi=nghỉ ngày nào"])
        {
            var shown = await desk.An.GetAsync(begun.Location + way);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.DoesNotContain("<script", shown.Html);
            Assert.DoesNotContain("<img", shown.Html);
            Assert.DoesNotContain("<b>", shown.Html);
        }
        await desk.An.PostAsync(begun.Location!, begun.Location + "?handler=Dismiss");
        Assert.DoesNotContain("[edit.not-carried]", (await desk.An.GetAsync(begun.Location!)).Text);
        Assert.Contains($"remarks-dismissed an {draft.File.Path}", desk.Scene.Told);
        Assert.Contains($"word-imported an {draft.File.Path} tb.docx", desk.Scene.Told);
    }

    [Fact]
    public async Task A_word_file_that_is_none_or_a_bomb_is_refused_with_a_sentence_and_written_down()
    {
        await using var desk = await Desk.BeginAsync();
        var none = await UploadAsync(desk, "%PDF-1.7"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, none.Status);
        Assert.Contains("không phải là tệp Word", none.Text);
        Assert.Contains("quá lớn", (await UploadAsync(desk, Bomb())).Text);
        Assert.Contains("[new.no-file]", (await desk.An.PostAsync(NoticeAddresses.New, NoticeAddresses.New + "?handler=Word")).Text);
        Assert.Empty(desk.Drafts.All());
        Assert.Equal(2, desk.Scene.Told.Count(told => told.StartsWith("word-refused an tb.docx", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_word_file_takes_nobody_elses_name()
    {
        await using var desk = await Desk.BeginAsync();
        var taken = await UploadAsync(desk, new WordBuilder().Text("Một.").Build().ToArray(), ("Name", "nop-ho-so"), ("Folder", "thong-bao"));
        Assert.Contains("[new.taken]", taken.Text);
        Assert.Empty(desk.Drafts.All());
        Assert.NotNull((await UploadAsync(desk, new WordBuilder().Text("Một.").Build().ToArray(), ("Name", "khac"), ("Folder", "huong-dan"))).Location);
        Assert.Equal("notices/huong-dan/khac.md", Assert.Single(desk.Drafts.All()).File.Path);
    }

    private static Task<Visitor.Shown> UploadAsync(Desk desk, byte[] file, params (string, string)[] fields) =>
        desk.An.UploadAsync(NoticeAddresses.New, NoticeAddresses.New + "?handler=Word", ("word", "tb.docx", file), fields);

    // A hundred megabytes of nothing within a few kilobytes.
    private static byte[] Bomb()
    {
        var bytes = new MemoryStream();
        new WordBuilder().Text("Một.").Build().CopyTo(bytes);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/fonts/font1.bin").Open();
            var nothing = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++) entry.Write(nothing);
        }
        return bytes.ToArray();
    }
}
