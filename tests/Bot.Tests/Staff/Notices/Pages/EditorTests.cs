using System.Net;
using Bot.Staff.Notices;

namespace Bot.Tests.Staff.Notices.Pages;

/// <summary>What editors do to a notice with a browser that runs no script.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task What_is_saved_is_a_draft_however_faulty_and_the_citizens_see_nothing_of_it()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        (form.Title, form.Issued, form.To, form.SupersededBy) = ("Nộp hồ sơ mới", "hôm qua", "2025", "khong-co");
        form.Sections[0].Text = "Quý vị nộp tại [đây](/thong-bao/nop-ho-so#khong-co) hoặc [kia](dau-do).";
        Assert.Equal("/nhan-vien/van-ban/thong-bao/nop-ho-so?luu=1", (await desk.SaveAsync(form)).Location);
        Assert.Contains("title: Nộp hồ sơ mới\n", desk.Drafts.Find(Desk.File)!.Text);
        Assert.Equal("Nộp hồ sơ", desk.Live.Current.Catalogue.Notices["nop-ho-so"].Title);
        Assert.Contains("draft-begun an notices/thong-bao/nop-ho-so.md", desk.Scene.Told);
        var page = (await desk.An.GetAsync(NoticeAddresses.Of(Desk.File))).Text;
        Assert.All((string[])["«issued: hôm qua» không phải ngày", "không có văn bản «khong-co»", "trước ngày bắt đầu", "«/thong-bao/nop-ho-so#khong-co» dẫn đến", "«dau-do» không mở được"],
            fault => Assert.Contains(fault, page));
        Assert.Contains("href=\"#issued\"", page);
        Assert.Contains("Form-Issued-fault", page);
    }

    [Fact]
    public async Task What_was_not_changed_is_not_saved()
    {
        await using var desk = await Desk.BeginAsync();
        Assert.Equal("/nhan-vien/van-ban/thong-bao/nop-ho-so?luu=0", (await desk.SaveAsync(desk.Form())).Location);
        Assert.Null(desk.Drafts.Find(Desk.File));
        Assert.DoesNotContain("draft-begun", string.Join('\n', desk.Scene.Told));
    }

    [Fact]
    public async Task Who_saves_after_somebody_else_sees_both_texts_and_loses_none()
    {
        await using var desk = await Desk.BeginAsync();
        await desk.Scene.AddAsync("binh", Bot.Staff.Accounts.StaffRole.Editor);
        var binh = await desk.Scene.SignedInAsync("binh");
        var (first, second) = (desk.Form(), desk.Form());
        (first.Title, second.Title) = ("Của An", "Của Bình");
        await desk.SaveAsync(first);
        var shown = await desk.SaveAsync(second, by: binh, seen: 0);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.All((string[])["[edit.conflict]", "title: Của An", "title: Của Bình"], text => Assert.Contains(text, shown.Text));
        Assert.Contains("title: Của An", desk.Drafts.Find(Desk.File)!.Text);
        var merged = desk.Drafts.Find(Desk.File)!.Text.Replace("Của An", "Của cả hai");
        Assert.NotNull((await binh.PostAsync(NoticeAddresses.Of(Desk.File), null, ("Seen", $"{desk.Seen}"), ("IsWhole", "true"), ("Text", merged))).Location);
        Assert.Equal((merged, "binh"), desk.Drafts.Find(Desk.File) is { } draft ? (draft.Text, draft.Author) : default);
        Assert.Contains("draft-saved binh notices/thong-bao/nop-ho-so.md", desk.Scene.Told);
    }

    [Fact]
    public async Task Who_saves_over_a_text_that_was_published_meanwhile_sees_both()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        form.Title = "Của An";
        var shown = NoticeFile.Mark(desk.Published());
        File.WriteAllText(Path.Combine(desk.Folder, Desk.File.Path), desk.Published().Replace("Quầy 19", "Quầy 20"));
        var answer = await desk.An.PostAsync(NoticeAddresses.Of(Desk.File), null, ("Seen", "0"), ("Base", shown), ("IsWhole", "true"), ("Text", "của An"));
        Assert.Contains("[edit.conflict]", answer.Text);
        Assert.Null(desk.Drafts.Find(Desk.File));
    }

    [Fact]
    public async Task Who_writes_on_is_told_that_another_text_was_published_meanwhile()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        form.Title = "Khác";
        await desk.SaveAsync(form);
        Assert.DoesNotContain("[edit.outdated]", (await desk.An.GetAsync(NoticeAddresses.Of(Desk.File))).Text);
        File.WriteAllText(Path.Combine(desk.Folder, Desk.File.Path), desk.Published().Replace("Quầy 19", "Quầy 20"));
        Assert.Contains("[edit.outdated]", (await desk.An.GetAsync(NoticeAddresses.Of(Desk.File))).Text);
    }

    [Fact]
    public async Task Sections_are_added_moved_and_removed_by_buttons()
    {
        await using var desk = await Desk.BeginAsync();
        Assert.EndsWith("#muc-1", (await desk.SaveAsync(desk.Form(), "add")).Location);
        var form = desk.Form();
        Assert.Equal(["noi-nop", "muc-moi"], form.Sections.Select(section => section.Id));
        (form.Sections[1].Heading, form.Sections[1].Text, form.Sections[1].Questions) = ("Mấy giờ mở cửa?", "Bảy giờ.", "mấy giờ mở cửa");
        Assert.EndsWith("#muc-0", (await desk.SaveAsync(form, "up:1")).Location);
        Assert.Equal(["Mấy giờ mở cửa?", "Nộp hồ sơ ở đâu?"], desk.Form().Sections.Select(section => section.Heading));
        await desk.SaveAsync(desk.Form(), "remove:1");
        Assert.Equal("Mấy giờ mở cửa?", Assert.Single(desk.Form().Sections).Heading);
        Assert.DoesNotContain("nộp hồ sơ ở đâu", desk.Drafts.Find(Desk.File)!.Text);
        await desk.SaveAsync(desk.Form(), "remove:99");
        Assert.Single(desk.Form().Sections);
    }

    [Fact]
    public async Task What_a_form_cannot_show_is_edited_as_a_file()
    {
        await using var desk = await Desk.BeginAsync();
        var address = NoticeAddresses.Of(Desk.File);
        Assert.Contains("name=\"IsWhole\"", (await desk.An.GetAsync(address + "?tep=true")).Text);
        const string broken = "---\ntitle: [\n---\n## A\nb\n";
        Assert.EndsWith("&tep=true", (await desk.An.PostAsync(address, null, ("Seen", "0"), ("Base", NoticeFile.Mark(desk.Published())), ("IsWhole", "true"), ("Text", broken.Replace("\n", "\r\n")))).Location);
        Assert.Equal(broken, desk.Drafts.Find(Desk.File)!.Text);
        var page = (await desk.An.GetAsync(address)).Text;
        Assert.All((string[])["[edit.only-file]", broken, "YAML sai"], text => Assert.Contains(text, page));
    }

    [Fact]
    public async Task A_draft_is_deleted_by_who_has_seen_the_last_of_it()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        form.Title = "Khác";
        await desk.SaveAsync(form);
        var address = NoticeAddresses.Of(Desk.File);
        Assert.Contains("[edit.not-deleted]", (await desk.An.PostAsync(address, address + "?handler=Delete", ("Seen", "7"))).Text);
        Assert.Equal(NoticeAddresses.All, (await desk.An.PostAsync(address, address + "?handler=Delete", ("Seen", $"{desk.Seen}"))).Location);
        Assert.Null(desk.Drafts.Find(Desk.File));
        Assert.Contains("draft-deleted an notices/thong-bao/nop-ho-so.md", desk.Scene.Told);
        Assert.Equal(HttpStatusCode.OK, (await desk.An.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_question_that_another_section_answers_is_pointed_at()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        form.Sections.Add(new() { Heading = "Giờ mở cửa?", Text = "Bảy giờ.", Questions = "nộp hồ sơ ở đâu vậy\nmấy giờ mở cửa" });
        form.Sections.Add(new() { Heading = "Giờ làm việc?", Text = "Bảy giờ.", Questions = "mấy giờ mở cửa" });
        await desk.SaveAsync(form);
        var page = (await desk.An.GetAsync(NoticeAddresses.Of(Desk.File))).Text;
        Assert.Contains("[edit.alike-answered]", page);
        Assert.Equal(2, page.Split("[edit.alike]").Length - 1);
    }

    // Whatever stands in the address, no file but a notice's is opened, and none is written.
    [Theory]
    [InlineData("..", "agency")]
    [InlineData("thong-bao", "..%2F..%2Fagency")]
    [InlineData("..%2F..%2F", "agency.yaml")]
    [InlineData("thong-bao", "nop-ho-so.md")]
    [InlineData("thong-bao", "khong-co")]
    [InlineData("khong-co", "nop-ho-so")]
    [InlineData("thong-bao", "nop-ho-so%00")]
    public async Task No_other_place_is_opened(string folder, string name)
    {
        await using var desk = await Desk.BeginAsync();
        foreach (var page in (string[])["", "/xem", "/thu?hoi=a"])
            Assert.Contains((await desk.An.GetAsync($"{NoticeAddresses.All}/{folder}/{name}{page}")).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
        if (name == "khong-co") return;
        await desk.An.PostAsync(NoticeAddresses.New, $"{NoticeAddresses.All}/{folder}/{name}", ("Seen", "0"), ("IsWhole", "true"), ("Text", "x"));
        Assert.Empty(desk.Drafts.All());
    }
}
