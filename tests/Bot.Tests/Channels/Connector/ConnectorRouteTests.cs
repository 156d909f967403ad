using System.Net.Http.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels.Connector;

/// <summary>The address that the Bot Connector calls, from outside.</summary>
public sealed class ConnectorRouteTests
{
    private const string Path = "/api/messages";

    [Fact]
    public async Task It_is_not_there_unless_the_channel_is_on()
    {
        await using var bot = new TestBot();
        using var answer = await bot.SendAsync("POST", Path, body: Activity());
        using var nowhere = await bot.SendAsync("POST", "/api/nowhere", body: Activity());
        Assert.Equal(nowhere.StatusCode, answer.StatusCode);
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task It_answers_202_401_or_403()
    {
        await using var scene = await Scene.SetAsync();
        await using var bot = new TestBot(scene.Time, settings:
        [
            ("Channels:Connector:AppId", Scene.AppId), ("Channels:Connector:AppPassword", "x"), ("Channels:Connector:OpenIdMetadataUrl", scene.Microsoft.MetadataUrl.ToString()),
        ]);
        Assert.Equal(202, await StatusAsync(bot, scene.Token()));
        Assert.Equal(401, await StatusAsync(bot, null));
        Assert.Equal(401, await StatusAsync(bot, Mint.Stranger.Strike(scene.Claims())));
        Assert.Equal(403, await StatusAsync(bot, scene.Token(c => c["aud"] = "another")));
        using var nonsense = await bot.SendAsync("POST", Path, scene.Token(), new StringContent("nonsense"));
        Assert.Equal(400, (int)nonsense.StatusCode);
        using var huge = await bot.SendAsync("POST", Path, scene.Token(), new StringContent(new string(' ', 300_000)));
        Assert.Equal(413, (int)huge.StatusCode);
    }

    [Fact]
    public async Task In_development_this_machine_comes_in_and_nobody_through_a_proxy()
    {
        await using var bot = new TestBot(settings: ("Channels:Connector:Development", "true"));
        Assert.Equal(202, await StatusAsync(bot, null));
        using var relayed = await bot.SendAsync("POST", Path, null, Activity(), headers: ("X-Forwarded-For", "127.0.0.1"));
        Assert.Equal(403, (int)relayed.StatusCode);
    }

    private static async Task<int> StatusAsync(TestBot bot, string? token)
    {
        using var answer = await bot.SendAsync("POST", Path, token, Activity());
        return (int)answer.StatusCode;
    }

    private static JsonContent Activity() => JsonContent.Create(new { type = "message", channelId = "msteams", serviceUrl = Scene.ServiceUrl, text = "xin chào" });
}
