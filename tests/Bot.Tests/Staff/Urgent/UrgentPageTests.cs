using System.Net;
using Bot.Staff.Accounts;
using Bot.Staff.Urgent;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Urgent;

/// <summary>The page for what is urgent, and what citizens see of it at once.</summary>
public sealed class UrgentPageTests
{
    private const string Page = StaffAddresses.Urgent;

    [Fact]
    public async Task A_publisher_tells_everybody_and_ends_it()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Publisher);
        var an = await scene.SignedInAsync("an");
        var line = await Line.StartAsync(scene.Bot);
        Assert.Contains("[urgent.none]", (await an.GetAsync(Page)).Text);
        Assert.Equal(Page + "?xong=1", (await SetAsync(an, "  Đóng cửa \n <b>vì bão</b> ", "2026-11-21T09:00", "2026-11-22T17:00")).Location);
        Assert.Contains("[urgent.done]", (await an.GetAsync(Page + "?xong=1")).Text);
        Assert.Contains("[urgent.holds]", (await an.GetAsync(Page)).Text);
        var replies = await line.RepliesAsync(await line.SayAsync("nộp hồ sơ ở đâu"));
        Assert.Equal(("Thông báo: Đóng cửa \\<b\\>vì bão\\</b\\>", "answered"), (replies[0].Text, Line.Outcome(replies[1])));
        Assert.Single(await line.RepliesAsync(await line.SayAsync("nộp hồ sơ ở đâu")));
        using var home = await scene.Bot.Http.GetAsync("/");
        var html = await home.Content.ReadAsStringAsync();
        Assert.Contains("Đóng cửa &lt;b&gt;vì bão&lt;/b&gt;", html);
        Assert.Equal(Page + "?xong=1", (await an.PostAsync(Page, Page + "?handler=End", ("id", "1"))).Location);
        Assert.Contains("[urgent.none]", (await an.GetAsync(Page)).Text);
        Assert.DoesNotContain("Đóng cửa", await scene.Bot.Http.GetStringAsync("/"));
        Assert.Contains(scene.Told, told => told.StartsWith("banner-set an 09:00, 21/11/2026 – 17:00, 22/11/2026 Đóng cửa", StringComparison.Ordinal));
        Assert.Contains(scene.Told, told => told.StartsWith("banner-ended an", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(" ", "2026-11-21T09:00", "2026-11-22T17:00", "urgent.no-text")]
    [InlineData("Bão", "", "2026-11-22T17:00", "urgent.no-time")]
    [InlineData("Bão", "21/11/2026", "2026-11-22T17:00", "urgent.no-time")]
    [InlineData("Bão", "2026-11-22T17:00", "2026-11-22T17:00", "urgent.end-before-start")]
    // It is ten o'clock in Vietnam.
    [InlineData("Bão", "2026-11-21T09:00", "2026-11-21T10:00", "urgent.end-past")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string text, string start, string end, string fault)
    {
        await using var scene = await StaffScene.BeginAsync();
        var hoa = await scene.SignedInAsync("hoa");
        var shown = await SetAsync(hoa, text, start, end);
        Assert.Contains($"[{fault}]", shown.Text);
        Assert.Contains($"value=\"{end}\"", shown.Text);
        Assert.Contains("[urgent.none]", shown.Text);
        Assert.Contains("[urgent.too-long]", (await SetAsync(hoa, new string('x', 301), "2026-11-21T09:00", "2026-11-22T17:00")).Text);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_says_one_sentence_and_looks_nothing_up()
    {
        await using var scene = await StaffScene.BeginAsync();
        var hoa = await scene.SignedInAsync("hoa");
        var line = await Line.StartAsync(scene.Bot);
        await line.AskAsync("tra cứu hồ sơ");
        Assert.Equal(Page + "?xong=1", (await hoa.PostAsync(Page, Page + "?handler=Off", ("channel", "directline"), ("Sentence", ""))).Location);
        foreach (var text in (string[])["000.00.15.H37-260914-0003", "1234", "nộp hồ sơ ở đâu"])
        {
            var reply = Assert.Single(await line.RepliesAsync(await line.SayAsync(text)));
            Assert.Equal(("Trợ lý tạm dừng.", "unanswered"), (reply.Text, Line.Outcome(reply)));
        }
        Assert.Contains((await line.PollAsync()).Activities, activity => activity.Text == "nộp hồ sơ ở đâu");
        Assert.Contains("Trợ lý tạm dừng.", WebUtility.HtmlDecode(await scene.Bot.Http.GetStringAsync("/hoi?q=" + Uri.EscapeDataString("nộp hồ sơ ở đâu"))));
        Assert.Contains("[urgent.is-off]", (await hoa.GetAsync(Page)).Text);
        await hoa.PostAsync(Page, Page + "?handler=On", ("channel", "directline"));
        Assert.Equal("answered", Line.Outcome(await line.AskAsync("nộp hồ sơ ở đâu")));
        Assert.Equal(
            ["channel-off hoa directline", "channel-on hoa directline"], scene.Told.Where(told => told.StartsWith("channel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_own_sentence_is_said_on_that_channel_only_and_none_that_is_not_connected_is_taken()
    {
        await using var scene = await StaffScene.BeginAsync(
            ("Channels:Messenger:VerifyToken", "v"), ("Channels:Messenger:AppSecret", "s"), ("Channels:Messenger:PageAccessToken", "t"));
        var hoa = await scene.SignedInAsync("hoa");
        var line = await Line.StartAsync(scene.Bot);
        await hoa.PostAsync(Page, Page + "?handler=Off", ("channel", "facebook"), ("Sentence", "Messenger nghỉ"));
        Assert.Equal("Messenger nghỉ", scene.Bot.Services.GetRequiredService<LiveStanding>().Off("facebook")?.Sentence);
        Assert.Equal("answered", Line.Outcome(await line.AskAsync("nộp hồ sơ ở đâu")));
        await hoa.PostAsync(Page, Page + "?handler=Off", ("channel", "directline"), ("Sentence", "Đang bảo trì đến 14 giờ"));
        Assert.Equal("Đang bảo trì đến 14 giờ", (await line.AskAsync("xin chào")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await hoa.PostAsync(Page, Page + "?handler=Off", ("channel", "zalo"), ("Sentence", "x"))).Status);
        var tooLong = await hoa.PostAsync(Page, Page + "?handler=Off", ("channel", "facebook"), ("Sentence", new string('x', 301)));
        Assert.Contains("[urgent.too-long]", tooLong.Text);
    }

    [Fact]
    public async Task An_editor_may_not()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Editor);
        var an = await scene.SignedInAsync("an");
        Assert.Equal(HttpStatusCode.Forbidden, (await an.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.PostAsync(StaffAddresses.MyAccount, Page + "?handler=Off", ("channel", "directline"))).Status);
        Assert.Equal("answered", Line.Outcome(await (await Line.StartAsync(scene.Bot)).AskAsync("nộp hồ sơ ở đâu")));
    }

    private static Task<Visitor.Shown> SetAsync(Visitor visitor, string text, string start, string end) =>
        visitor.PostAsync(Page, Page + "?handler=Banner", ("Text", text), ("Start", start), ("End", end));
}
