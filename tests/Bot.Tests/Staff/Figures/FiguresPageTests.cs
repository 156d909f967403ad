using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Operation;
using Bot.Protocol;
using Bot.Staff.Accounts;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Figures;

/// <summary>The pages with figures, for staff and for everybody.</summary>
public sealed partial class FiguresPageTests
{
    [Fact]
    public async Task An_editor_sees_what_was_asked_today()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Editor);
        var line = await Line.StartAsync(scene.Bot);
        foreach (var text in (string[])["nộp hồ sơ ở đâu", "trồng lúa thế nào", "nộp hồ sơ ở đâu", "cảm ơn"]) await line.AskAsync(text);
        var an = await scene.SignedInAsync("an");
        var page = (await an.GetAsync(StaffAddresses.Figures)).Text;
        Assert.Equal(["1", "4", "0 (0 %)", "3", "2 (67 %)", "1 (33 %)"], Facts().Matches(page).Select(m => m.Groups[1].Value).Take(6));
        Assert.Contains("<text x=\"0\" y=\"14\">Nộp hồ sơ</text>", page);
        Assert.Equal(5, Regex.Count(page, "<svg class=\"chart\" role=\"img\"") + Regex.Count(page, "figures.none"));
        Assert.DoesNotMatch("style=|onclick=|<script(?! src)", page[page.IndexOf("<main", StringComparison.Ordinal)..]);
        Assert.Contains("[figures.bad-period]", (await an.GetAsync(StaffAddresses.Figures + "?tu=2026-12-01&den=2026-11-01")).Text);
    }

    [Fact]
    public async Task A_conversation_that_staff_took_over_is_told()
    {
        await using var scene = await StaffScene.BeginAsync();
        var inbox = scene.Bot.Services.GetRequiredService<Inbox>();
        var (citizen, now) = (new Citizen("zalo", "u"), scene.Time.GetUtcNow());
        using var listener = scene.Bot.Outbox.Listen(inbox.ConversationOf("zalo", "oa", "u"));
        var spoke = new Activity { Type = "event", Name = TurnReading.StaffSpoke, Value = JsonSerializer.SerializeToElement(now.AddMinutes(30)) };
        await inbox.ReceiveAsync(new Arrival("oa", citizen, "m-1", now, new Activity { Type = "message", Text = "nộp hồ sơ ở đâu" }));
        await inbox.ReceiveAsync(new Arrival("oa", citizen, "m-2", now, spoke) { IsHeard = false });
        using var patience = new CancellationTokenSource(Line.Patience);
        while (scene.Bot.Log.CountPending() > 0) await listener.WaitAsync(patience.Token);
        var page = (await (await scene.SignedInAsync("hoa")).GetAsync(StaffAddresses.Figures)).Text;
        Assert.Equal(["1", "1", "1 (100 %)", "1"], Facts().Matches(page).Select(m => m.Groups[1].Value).Take(4));
        Assert.Contains("[channel.zalo]", page);
    }

    [Fact]
    public async Task Headings_follow_each_other_and_everything_has_a_name()
    {
        await using var scene = await StaffScene.BeginAsync();
        await (await Line.StartAsync(scene.Bot)).AskAsync("nộp hồ sơ ở đâu");
        var hoa = await scene.SignedInAsync("hoa");
        foreach (var address in (string[])[StaffAddresses.Figures, StaffAddresses.Urgent])
        {
            var page = (await hoa.GetAsync(address)).Text;
            var levels = Heading().Matches(page).Select(m => m.Groups[1].Value[0] - '0').ToList();
            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
            var ids = Id().Matches(page).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.All(Field().Matches(page), field => Assert.Contains($"<label for=\"{field.Groups[1].Value}\"", page));
            Assert.All(Described().Matches(page), described => Assert.Contains(described.Groups[1].Value, ids));
            Assert.Equal(Regex.Count(page, "<svg "), Regex.Count(page, "<svg [^>]*role=\"img\"[^>]*><title>[^<]"));
        }
    }

    [Fact]
    public async Task The_same_comes_as_a_file()
    {
        await using var scene = await StaffScene.BeginAsync();
        await (await Line.StartAsync(scene.Bot)).AskAsync("nộp hồ sơ ở đâu");
        var hoa = await scene.SignedInAsync("hoa");
        var file = await hoa.GetAsync(StaffAddresses.FiguresFile + "?tu=2026-11-01&den=2026-11-30");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("text/csv", file.Headers);
        Assert.Contains("so-lieu-2026-11-01-2026-11-30.csv", file.Headers);
        Assert.Contains("2026-11-21,[figures.what.section],nop-ho-so#noi-nop,1\r\n", file.Text);
        Assert.Contains("2026-11-21,[figures.what.took],[figures.p95],0\r\n", file.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await hoa.GetAsync(StaffAddresses.FiguresFile + "?tu=x&den=y")).Status);
    }

    [Fact]
    public async Task Everybody_reads_how_well_it_answers_only_where_that_is_switched_on()
    {
        await using (var closed = new TestBot(new ManualTime()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await closed.Http.GetAsync("/chat-luong")).StatusCode);
            Assert.DoesNotContain("/chat-luong", await closed.Http.GetStringAsync("/"));
        }
        await using var open = new TestBot(new ManualTime(), settings: ("Web:Quality", "true"));
        Assert.DoesNotContain("quality.answered-said", await open.Http.GetStringAsync("/chat-luong"));
        await (await Line.StartAsync(open)).AskAsync("nộp hồ sơ ở đâu");
        await open.Services.GetRequiredService<Retention>().RunAsync(default);
        var page = await open.Http.GetStringAsync("/chat-luong");
        Assert.All((string[])["answered-said", "false-said", "time-said", "age-said"], said => Assert.Contains($"[quality.{said}]", page));
        Assert.Contains("href=\"/chat-luong\"", await open.Http.GetStringAsync("/"));
    }

    [GeneratedRegex("<dd>([^<]*)</dd>")]
    private static partial Regex Facts();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Heading();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<(?:input|select|textarea) id=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("aria-describedby=\"([^\"]+)\"")]
    private static partial Regex Described();
}
