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
    public async Task It_answers_200_401_or_403()
    {
        await using var scene = await Scene.SetAsync();
        await using var bot = new TestBot(scene.Time, settings:
        [
            ("Channels:Connector:AppId", Scene.AppId), ("Channels:Connector:AppPassword", "x"), ("Channels:Connector:OpenIdMetadataUrl", scene.Microsoft.MetadataUrl.ToString()),
        ]);
        Assert.Equal(200, await StatusAsync(bot, scene.Token()));
        Assert.Equal(401, await StatusAsync(bot, null));
        Assert.Equal(401, await StatusAsync(bot, Mint.Stranger.Strike(scene.Claims())));
        Assert.Equal(403, await StatusAsync(bot, scene.Token(c => c["aud"] = "another")));
        using var plain = await bot.SendAsync("POST", Path, scene.Token(), new StringContent("nonsense"));
        Assert.Equal(415, (int)plain.StatusCode);
    }

    [Fact]
    public async Task In_development_this_machine_comes_in_and_nobody_through_a_proxy()
    {
        await using var bot = new TestBot(settings: ("Channels:Connector:Development", "true"));
        Assert.Equal(200, await StatusAsync(bot, null));
        using var relayed = await bot.SendAsync("POST", Path, null, Activity(), headers: ("X-Forwarded-For", "127.0.0.1"));
        Assert.Equal(403, (int)relayed.StatusCode);
    }

    private static async Task<int> StatusAsync(TestBot bot, string? token)
    {
        using var answer = await bot.SendAsync("POST", Path, token, Activity());
        return (int)answer.StatusCode;
    }

    private static JsonContent Activity() => JsonContent.Create(new
    {
        // Of a kind that is not answered: the service is Microsoft's own.
        type = "typing", channelId = "msteams", serviceUrl = Scene.ServiceUrl, conversation = new { id = "19:x" }, from = new { id = "29:x" },
    });
}
