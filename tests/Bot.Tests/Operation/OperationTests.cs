using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Operation;
using Bot.Staff.Notices;
using Bot.Tests.Hosting;
using Bot.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Operation;

/// <summary>Health, retention, and what answers give away.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task A_running_assistant_is_live_ready_and_well()
    {
        await using var bot = new TestBot();
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/ready")).StatusCode);
        var health = await bot.Http.GetFromJsonAsync<JsonElement>("/health");
        Assert.Equal(("ok", 0), (health.GetProperty("status").GetString(), health.GetProperty("pendingTurns").GetInt32()));
        Assert.Equal(JsonValueKind.Array, health.GetProperty("contentFaults").ValueKind);
        Assert.NotEmpty(health.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_shows_in_the_health_but_not_in_the_life()
    {
        await using var bot = new TestBot();
        await bot.BreakStoreAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.Http.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Answers_do_not_name_the_server_and_are_not_cached()
    {
        await using var bot = new TestBot();
        using var response = await bot.SendAsync("POST", "/webchat/token");
        Assert.False(response.Headers.Contains("Server"));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Conversations_are_deleted_after_their_days_and_not_before()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time, settings: ("Retention:Days", "1"));
        var retention = bot.Services.GetRequiredService<Retention>();
        var lines = new List<Line>();
        for (var i = 0; i < 25; i++) lines.Add(await Line.StartAsync(bot));
        await lines[0].AskAsync("xin chào");
        time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await retention.RunAsync(default));
        time.Advance(TimeSpan.FromHours(2));
        await retention.RunAsync(default);
        Assert.All(lines, line => Assert.Null(bot.Log.Find(line.Id)));
    }

    [Fact]
    public async Task Wherever_an_answer_says_for_how_many_days_it_says_those_that_are_set()
    {
        using var content = new ContentCopy();
        content["replies.md"] = content["replies.md"]!.Replace("Câu số 00 của một câu trả lời dài, viết cho đủ chữ để phải chia.", "Giữ {days} ngày.", StringComparison.Ordinal);
        await using var scene = await StaffScene.BeginAsync(content.Setting, ("Retention:Days", "30"));
        const string told = "Giữ 30 ngày.";
        Assert.StartsWith(told, (await (await Line.StartAsync(scene.Bot)).AskAsync("nói dài")).Text, StringComparison.Ordinal);
        Assert.Contains(told, WebUtility.HtmlDecode(await scene.Bot.Http.GetStringAsync("/hoi?q=" + Uri.EscapeDataString("nói dài"))));
        // Once as with the draft, once as today.
        var page = await (await scene.SignedInAsync("hoa")).GetAsync(NoticeAddresses.Try(NoticeFile.Of("thong-bao", "nop-ho-so")!) + "?hoi=nói dài");
        Assert.Equal(2, page.Text.Split(told).Length - 1);
    }
}
