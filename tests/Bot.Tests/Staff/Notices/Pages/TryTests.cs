using System.Net;
using Bot.Staff.Notices;

namespace Bot.Tests.Staff.Notices.Pages;

/// <summary>A draft is seen and asked before it is published, and nothing of that reaches a citizen.</summary>
public sealed class TryTests
{
    private const string Asked = "?hoi=phát số thứ tự mấy giờ sáng";

    [Fact]
    public async Task A_draft_answers_as_if_it_were_published_and_says_why()
    {
        await using var desk = await Desk.BeginAsync();
        await WriteAsync(desk, "Phát số thứ tự từ **6 giờ 30** sáng.");
        var page = await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + Asked);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All((string[])["[try.answered]", "<strong>6 giờ 30</strong>", "<code>nop-ho-so#phat-so</code>", "[try.signs-of]", "[try.threshold]", "[try.unanswered]"], text => Assert.Contains(text, page.Text));
        Assert.DoesNotContain("phat-so", desk.Live.Current.Librarian.Passages.Select(passage => passage.Section.Id));
        // The next question is asked of what is written then.
        await WriteAsync(desk, "Phát số thứ tự từ **7 giờ**.");
        Assert.Contains("<strong>7 giờ</strong>", (await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + Asked)).Text);
        Assert.DoesNotContain("6 giờ 30", (await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + Asked)).Text);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_says_so_and_what_is_published_answers()
    {
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        (form.Issued, form.Sections[0].Text) = ("hôm qua", "Quầy 20.");
        await desk.SaveAsync(form);
        var page = (await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + "?hoi=nộp hồ sơ ở đâu")).Text;
        Assert.Contains("[try.faulty]", page);
        Assert.Contains("tại Quầy 19.", page);
    }

    [Fact]
    public async Task What_is_asked_is_shown_as_words_whatever_it_is()
    {
        await using var desk = await Desk.BeginAsync();
        var page = await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + "?hoi=" + Uri.EscapeDataString("<script>alert(1)</script> nộp hồ sơ ở đâu"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script", page.Html);
        Assert.Equal(HttpStatusCode.OK, (await desk.An.GetAsync(NoticeAddresses.Try(Desk.File) + "?hoi=" + new string('a', 5000))).Status);
    }

    [Fact]
    public async Task A_section_is_seen_as_each_channel_shows_it()
    {
        await using var desk = await Desk.BeginAsync();
        await WriteAsync(desk, "Phát số từ **6 giờ 30**:\n\n- thứ hai\n- thứ ba");
        var page = (await desk.An.GetAsync(NoticeAddresses.Preview(Desk.File, "phat-so"))).Text;
        Assert.Contains("<strong>6 giờ 30</strong>", page);
        Assert.Equal(2, page.Split("<div class=\"bubble\">Phát số từ 6 giờ 30:\n\n• thứ hai\n• thứ ba").Length - 1);
        // Messenger has a button for the source; on Zalo its address stands in the text.
        Assert.Equal(1, page.Split("<li class=\"link\">Xem nguồn</li>").Length - 1);
        Assert.DoesNotContain("[preview.shortened]", page);
        await WriteAsync(desk, string.Concat(Enumerable.Repeat("Một câu dài để phải cắt bớt. ", 60)));
        Assert.Contains("[preview.shortened]", (await desk.An.GetAsync(NoticeAddresses.Preview(Desk.File, "phat-so"))).Text);
        Assert.Equal(HttpStatusCode.OK, (await desk.An.GetAsync(NoticeAddresses.Preview(Desk.File, "khong-co"))).Status);
    }

    // Staff are somebody's guests, too: what one wrote must not run at another's.
    [Fact]
    public async Task Nothing_that_is_written_runs_at_who_looks_at_it()
    {
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(2)> [đây](javascript:alert(3)) \"'><b>";
        await using var desk = await Desk.BeginAsync();
        var form = desk.Form();
        (form.Title, form.Number, form.Note, form.SourceName, form.Facts) = (evil, evil, evil, evil, "nhãn: " + evil);
        var section = form.Sections[0];
        (section.Heading, section.Text, section.English, section.Questions) = (evil, evil, evil, evil + "\nnộp hồ sơ ở đâu");
        Assert.NotNull((await desk.SaveAsync(form)).Location);
        var editor = NoticeAddresses.Of(Desk.File);
        foreach (var page in (string[])[NoticeAddresses.All, editor, editor + "?tep=true", editor + "/xem", editor + "/thu?hoi=nộp hồ sơ ở đâu"])
        {
            var html = (await desk.An.GetAsync(page)).Html;
            Assert.All((string[])["<script", "<img", "<b>", "href=\"javascript"], bad => Assert.DoesNotContain(bad, html));
        }
    }

    private static Task WriteAsync(Desk desk, string text)
    {
        var form = desk.Form();
        if (form.Sections.Count == 1) form.Sections.Add(new() { Heading = "Phát số thứ tự mấy giờ?", Id = "phat-so", Questions = "mấy giờ sáng phát số thứ tự" });
        form.Sections[1].Text = text;
        return desk.SaveAsync(form);
    }
}
