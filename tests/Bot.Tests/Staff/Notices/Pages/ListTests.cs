using Bot.Staff.Notices;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Notices.Pages;

/// <summary>The list of all notices, how each stands, and what lacks example questions. Today is 21/11/2026.</summary>
public sealed class ListTests
{
    private static (string, string) File(string name, string text) => ($"notices/thong-bao/{name}.md", text);

    [Fact]
    public async Task Each_notice_is_listed_as_it_stands()
    {
        await using var desk = await Desk.BeginAsync(
            File("sap-het", Desk.Notice("Sắp hết", "{ from: 2026, to: 2026-11-28, note: null }")), File("con-lau", Desk.Notice("Còn lâu", "{ from: 2026, to: 2026-11-29, note: null }")),
            File("da-het", Desk.Notice("Đã hết", "{ from: 2026, to: 2026-11-20, note: null }")), File("cu", Desk.Notice("Cũ", status: "historical")),
            File("chua-den", Desk.Notice("Chưa đến", "{ from: 2027, to: null, note: null }")), File("nhap", Desk.Notice("Nháp trên đĩa", status: "draft")),
            File("loi", Desk.Notice("Lỗi").Replace("issued: 2026-01-05", "issued: hôm qua")));
        var form = desk.Form();
        form.Title = "Đang viết dở";
        await desk.SaveAsync(form);
        await desk.An.PostAsync(NoticeAddresses.New, null, ("Title", "Hoàn toàn mới"), ("Folder", "thong-bao"), ("Name", ""));
        Assert.Equal(["sap-het"], await NamesAsync(desk, "?tinh-trang=sap-het-han"));
        Assert.Equal(["con-lau", "nop-ho-so"], await NamesAsync(desk, "?tinh-trang=con-hieu-luc"));
        Assert.Equal(["cu", "da-het"], await NamesAsync(desk, "?tinh-trang=het-han"));
        Assert.Equal(["chua-den"], await NamesAsync(desk, "?tinh-trang=chua-den-ngay"));
        Assert.Equal(["loi"], await NamesAsync(desk, "?tinh-trang=co-loi"));
        Assert.Equal(["hoan-toan-moi", "nhap", "nop-ho-so"], await NamesAsync(desk, "?tinh-trang=dang-soan"));
        Assert.Equal(9, (await NamesAsync(desk, "")).Length);
        var all = (await desk.An.GetAsync(NoticeAddresses.All)).Text;
        // Citizens still read the old title.
        Assert.Contains(">Nộp hồ sơ</a>", all);
        Assert.Contains(">Nháp trên đĩa</a>", all);
    }

    [Fact]
    public async Task Words_are_found_however_they_are_typed_and_a_long_list_has_pages()
    {
        await using var desk = await Desk.BeginAsync([.. Enumerable.Range(0, 60).Select(i => File($"so-{i}", Desk.Notice($"Nghỉ lễ số {i}").Replace("number: null", $"number: \"{i}/TB\"")))]);
        Assert.Equal(["so-7"], await NamesAsync(desk, "?tim=NGHI LE SO 7"));
        Assert.Equal(["so-42"], await NamesAsync(desk, "?tim=42/tb"));
        var (first, second) = (await NamesAsync(desk, "?trang=1"), await NamesAsync(desk, "?trang=2"));
        Assert.Equal((50, 11), (first.Length, second.Length));
        Assert.Empty(first.Intersect(second));
        Assert.Equal(second, await NamesAsync(desk, "?trang=99"));
        var none = await desk.An.GetAsync(NoticeAddresses.All + "?tim=<script>alert(1)</script>");
        Assert.DoesNotContain("<script", none.Html);
    }

    [Fact]
    public async Task What_answered_of_late_is_counted_by_notice()
    {
        await using var desk = await Desk.BeginAsync();
        var now = desk.Scene.Time.GetUtcNow();
        await desk.Scene.Bot.Services.GetRequiredService<Database>().WriteAsync(session =>
        {
            foreach (var (seq, at, outcome) in ((long, DateTimeOffset, string)[])[(1, now, "answered"), (2, now.AddDays(-29), "answered"), (3, now.AddDays(-31), "answered"), (4, now, "unanswered")])
                session.Execute("INSERT INTO questions (at, conversation, seq, channel, outcome, section, text, took, again) VALUES ($1, 'c', $2, 'web', $3, 'nop-ho-so#noi-nop', 'nộp ở đâu', 0, 0)",
                    at.ToUnixTimeMilliseconds(), seq, outcome);
            return true;
        });
        Assert.Contains("<td>2</td>", (await desk.An.GetAsync(NoticeAddresses.All)).Text);
        Assert.Contains("<td>2</td>", (await desk.An.GetAsync(NoticeAddresses.Coverage)).Text);
    }

    [Fact]
    public async Task The_section_without_a_question_is_the_first_to_be_seen_to()
    {
        await using var desk = await Desk.BeginAsync(File("khong", Desk.Notice("Không câu nào", heading: "Mục trống?")));
        var page = (await desk.An.GetAsync(NoticeAddresses.Coverage)).Text;
        Assert.True(page.IndexOf("Mục trống?", StringComparison.Ordinal) < page.IndexOf("Nộp hồ sơ ở đâu?", StringComparison.Ordinal));
        Assert.Contains("/nhan-vien/van-ban/thong-bao/khong#muc-0", page);
    }

    private static async Task<string[]> NamesAsync(Desk desk, string query)
    {
        var page = (await desk.An.GetAsync(NoticeAddresses.All + query)).Text;
        return [.. System.Text.RegularExpressions.Regex.Matches(page, "<th scope=\"row\"><a href=\"/nhan-vien/van-ban/[a-z-]+/([a-z0-9-]+)\"").Select(match => match.Groups[1].Value).Order()];
    }
}
