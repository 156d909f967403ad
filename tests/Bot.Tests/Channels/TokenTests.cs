using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Bot.Channels.Entrance;
using Bot.Tests.Hosting;
using static Bot.Tests.Channels.ErrorTests;

namespace Bot.Tests.Channels;

/// <summary>Who may do what: tokens, the secret, and what neither lets pass.</summary>
public sealed class TokenTests
{
    private const string Refresh = "/v3/directline/tokens/refresh";
    private const string Generate = "/v3/directline/tokens/generate";

    [Fact]
    public async Task A_call_without_a_token_is_forbidden_and_never_unauthorized()
    {
        await using var bot = new TestBot();
        await AssertErrorAsync(await bot.SendAsync("POST", "/v3/directline/conversations"), 403, "TokenMissing");
        await AssertErrorAsync(await bot.SendAsync("GET", "/v3/directline/conversations/x/activities"), 403, "TokenMissing");
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        var parts = line.Token.Split('.');
        static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var payload = Encoding.UTF8.GetString(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(parts[1]));
        string[] forged =
        [
            "nonsense",
            $"{parts[0]}.{Encode(payload.Replace("dl_", "dl_x"))}.{parts[2]}",
            $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            line.Token + "x",
        ];
        foreach (var token in forged) await AssertErrorAsync(await bot.SendAsync("GET", line.Activities, token), 403, "TokenExpired");
    }

    [Fact]
    public async Task A_token_is_good_for_an_hour_and_can_be_renewed_until_then()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time);
        var line = await Line.StartAsync(bot);
        time.Advance(TimeSpan.FromMinutes(59));
        var renewed = await bot.JsonAsync("POST", Refresh, line.Token);
        Assert.Equal((line.Id, 3600), ((string)renewed["conversationId"]!, (int)renewed["expires_in"]!));
        time.Advance(TimeSpan.FromMinutes(2));
        await AssertErrorAsync(await bot.SendAsync("GET", line.Activities, line.Token), 403, "TokenExpired");
        await AssertErrorAsync(await bot.SendAsync("POST", Refresh, line.Token), 403, "TokenExpired");
        await bot.JsonAsync("GET", line.Activities, (string)renewed["token"]!);
    }

    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        await using var bot = new TestBot();
        var (mine, other) = (await Line.StartAsync(bot), await Line.StartAsync(bot));
        await AssertErrorAsync(await bot.SendAsync("GET", other.Activities, mine.Token), 403, "TokenForOtherConversation");
        await AssertErrorAsync(await bot.SendAsync("POST", other.Activities, mine.Token, JsonContent.Create(new { type = "message", text = "x" })), 403, "TokenForOtherConversation");
        await AssertErrorAsync(await bot.SendAsync("GET", "/v3/directline/conversations/" + other.Id, mine.Token), 403, "TokenForOtherConversation");
        await AssertErrorAsync(await bot.SendAsync("GET", new Uri(mine.StreamUrl!.Replace("ws://", "http://")).PathAndQuery.Replace(mine.Id, other.Id)), 403, "TokenForOtherConversation");
    }

    [Fact]
    public async Task A_token_of_one_purpose_is_none_of_another()
    {
        await using var bot = new TestBot();
        using var page = await bot.SendAsync("POST", "/webchat/token");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2)[1];
        var line = await Line.StartAsync(bot);
        var stream = line.StreamUrl!.Split("&t=")[1];
        await AssertErrorAsync(await bot.SendAsync("GET", line.Activities, stream), 403, "TokenExpired");
        await AssertErrorAsync(await bot.SendAsync("POST", "/v3/directline/conversations", cookie), 403, "TokenExpired");
        await AssertErrorAsync(await bot.SendAsync("GET", $"/v3/directline/conversations/{line.Id}/stream?t={line.Token}"), 403, "TokenExpired");
    }

    [Fact]
    public async Task Tokens_outlive_the_process()
    {
        using var folder = new TempFolder();
        Line line;
        await using (var first = new TestBot(folder: folder.Path)) line = await Line.StartAsync(first);
        await using var second = new TestBot(folder: folder.Path);
        Assert.Empty((await line.On(second).PollAsync()).Activities);
    }

    [Fact]
    public async Task Tokens_of_another_installation_are_worth_nothing()
    {
        await using var here = new TestBot();
        await using var there = new TestBot();
        var line = await Line.StartAsync(there);
        await AssertErrorAsync(await here.SendAsync("POST", "/v3/directline/conversations", line.Token), 403, "TokenExpired");
    }

    [Fact]
    public async Task With_the_secret_a_token_is_generated_for_a_user()
    {
        await using var bot = new TestBot();
        var made = await bot.JsonAsync("POST", Generate, TestBot.Secret, new { user = new { id = "dl_lan", name = "Lan" } });
        var token = (string)made["token"]!;
        var started = await bot.JsonAsync("POST", "/v3/directline/conversations", token);
        Assert.Equal((string)made["conversationId"]!, (string)started["conversationId"]!);
        await bot.JsonAsync("POST", $"/v3/directline/conversations/{started["conversationId"]}/activities", token, new { type = "event", name = "x" });
        var line = new Line(bot, (string)made["conversationId"]!, token);
        Assert.Equal("dl_lan", (await line.PollAsync()).Activities[0].From?.Id);
        await AssertErrorAsync(await bot.SendAsync("POST", Generate, TestBot.Secret, JsonContent.Create(new { user = new { id = "lan" } })), 400, "BadArgument");
    }

    [Fact]
    public async Task The_wrong_secret_a_token_in_its_place_and_no_secret_at_all_generate_nothing()
    {
        await using var bot = new TestBot();
        await using var off = new TestBot(settings: ("DirectLine:Secret", ""));
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("POST", Generate, TestBot.Secret + "x"), 403, "SecretInvalid");
        await AssertErrorAsync(await bot.SendAsync("POST", Generate, line.Token), 403, "SecretInvalid");
        await AssertErrorAsync(await bot.SendAsync("POST", Generate), 403, "TokenMissing");
        await AssertErrorAsync(await off.SendAsync("POST", Generate, TestBot.Secret), 403, "SecretNotConfigured");
        await AssertErrorAsync(await off.SendAsync("POST", "/v3/directline/conversations", TestBot.Secret), 403, "TokenExpired");
        await AssertErrorAsync(await bot.SendAsync("POST", Refresh, TestBot.Secret), 403, "TokenExpired");
    }

    [Fact]
    public async Task Trusted_origins_bind_a_token_and_its_stream_also_after_it_was_renewed()
    {
        await using var bot = new TestBot(settings: ("Web:Origins", "https://a.example, https://b.example"));
        var made = await bot.JsonAsync("POST", Generate, TestBot.Secret, new { trustedOrigins = new[] { "https://a.example" } });
        var renewed = (string)(await bot.JsonAsync("POST", Refresh, (string)made["token"]!))["token"]!;
        using (var good = await bot.SendAsync("POST", "/v3/directline/conversations", renewed, origin: "https://a.example")) Assert.True(good.IsSuccessStatusCode);
        await AssertErrorAsync(await bot.SendAsync("POST", "/v3/directline/conversations", renewed, origin: "https://b.example"), 403, "OriginNotTrusted");
        var line = new Line(bot, (string)made["conversationId"]!, renewed);
        using (await line.StreamAsync(origin: "https://a.example")) { }
        await Assert.ThrowsAsync<WebSocketException>(() => line.StreamAsync(origin: "https://b.example"));
    }

    [Fact]
    public async Task A_stream_address_serves_twice_and_not_for_long()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time);
        var line = await Line.StartAsync(bot);
        using (await line.StreamAsync()) { }
        using (await line.StreamAsync()) { }
        time.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<WebSocketException>(() => line.StreamAsync());
    }
}
