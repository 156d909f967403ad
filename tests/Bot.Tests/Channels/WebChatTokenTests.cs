using System.Text.Json.Nodes;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <summary>The page's token, and the cookie that brings a browser back to its conversation.</summary>
public sealed class WebChatTokenTests
{
    [Fact]
    public async Task The_same_browser_comes_back_to_its_conversation()
    {
        await using var bot = new TestBot();
        var (first, cookie) = await GetAsync(bot);
        await bot.JsonAsync("POST", "/v3/directline/conversations", (string)first["token"]!);
        var (again, _) = await GetAsync(bot, cookie);
        Assert.Equal(((string)first["conversationId"]!, (string)first["userId"]!), ((string)again["conversationId"]!, (string)again["userId"]!));
        Assert.StartsWith("dl_", (string)first["userId"]!);
        Assert.Equal(3600, (int)again["expires_in"]!);
    }

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_and_to_other_sites()
    {
        await using var bot = new TestBot(settings: ("Proxy:Known", "127.0.0.1"));
        using var plain = await bot.SendAsync("POST", "/webchat/token");
        using var secure = await bot.SendAsync("POST", "/webchat/token", headers: ("X-Forwarded-Proto", "https"));
        var (a, b) = (plain.Headers.GetValues("Set-Cookie").Single(), secure.Headers.GetValues("Set-Cookie").Single());
        Assert.All(["httponly", "samesite=lax", "path=/webchat", "max-age=2592000"], part => Assert.Contains(part, a));
        Assert.DoesNotContain("secure", a);
        Assert.Contains("secure", b);
    }

    [Fact]
    public async Task A_forged_an_old_or_an_orphaned_cookie_leads_to_a_new_conversation()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time);
        var (first, cookie) = await GetAsync(bot);
        var (orphaned, _) = await GetAsync(bot, cookie);
        Assert.NotEqual((string)first["conversationId"]!, (string)orphaned["conversationId"]!);
        await bot.JsonAsync("POST", "/v3/directline/conversations", (string)first["token"]!);
        var (forged, _) = await GetAsync(bot, cookie + "x");
        Assert.NotEqual((string)first["conversationId"]!, (string)forged["conversationId"]!);
        time.Advance(TimeSpan.FromDays(31));
        var (old, _) = await GetAsync(bot, cookie);
        Assert.NotEqual((string)first["conversationId"]!, (string)old["conversationId"]!);
    }

    private static async Task<(JsonObject Body, string Cookie)> GetAsync(TestBot bot, string? cookie = null)
    {
        using var response = await bot.SendAsync("POST", "/webchat/token", headers: cookie is null ? [] : [("Cookie", cookie)]);
        return ((JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }
}
