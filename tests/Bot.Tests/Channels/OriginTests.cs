using System.Net;
using System.Net.WebSockets;
using Bot.Channels.Entrance;
using Bot.Tests.Hosting;
using static Bot.Tests.Channels.ErrorTests;

namespace Bot.Tests.Channels;

/// <summary>Which websites may call.</summary>
public sealed class OriginTests
{
    private const string Partner = "https://soyte.example.gov.vn";

    [Fact]
    public async Task What_is_no_page_passes_and_so_does_our_own()
    {
        await using var bot = new TestBot();
        using var none = await bot.SendAsync("POST", "/webchat/token");
        using var own = await bot.SendAsync("POST", "/webchat/token", origin: $"http://{bot.Address.Authority}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (none.StatusCode, own.StatusCode));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://soyte.example.gov.vn")]
    [InlineData("https://soyte.example.gov.vn.evil.example")]
    [InlineData("https://soyte.example.gov.vn:8443")]
    [InlineData("http://127.0.0.1")]
    [InlineData("null")]
    public async Task Any_other_page_is_refused_everywhere(string origin)
    {
        await using var bot = new TestBot(settings: ("Web:Origins", Partner));
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("POST", "/webchat/token", origin: origin), 403, "OriginNotAllowed");
        await AssertErrorAsync(await bot.SendAsync("GET", line.Activities, line.Token, origin: origin), 403, "OriginNotAllowed");
        await AssertErrorAsync(await bot.SendAsync("OPTIONS", "/v3/directline/conversations", origin: origin, headers: ("Access-Control-Request-Method", "POST")), 403, "OriginNotAllowed");
        await Assert.ThrowsAsync<WebSocketException>(() => line.StreamAsync(origin: origin));
    }

    [Fact]
    public async Task A_configured_website_may_read_the_answers_also_the_errors()
    {
        await using var bot = new TestBot(settings: ("Web:Origins", Partner));
        using var good = await bot.SendAsync("POST", "/webchat/token", origin: Partner);
        using var bad = await bot.SendAsync("GET", "/v3/directline/conversations/x", origin: Partner);
        foreach (var response in (HttpResponseMessage[])[good, bad])
        {
            Assert.Equal(Partner, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Contains("Origin", response.Headers.Vary);
        }
        Assert.Equal(HttpStatusCode.Forbidden, bad.StatusCode);
        var line = await Line.StartAsync(bot);
        using (await line.StreamAsync(origin: Partner)) { }
    }

    [Theory]
    [InlineData("/v3/directline/conversations/x/activities")]
    [InlineData("/v3/directline/conversations/x/upload")]
    [InlineData("/v3/directline/tokens/refresh")]
    [InlineData("/webchat/token")]
    public async Task A_preflight_names_what_the_client_sends(string path)
    {
        await using var bot = new TestBot(settings: ("Web:Origins", Partner + "/"));
        using var response = await bot.SendAsync("OPTIONS", path, origin: Partner,
            headers: [("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with")]);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Partner, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var allowed = response.Headers.GetValues("Access-Control-Allow-Headers").Single();
        Assert.All(["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], header => Assert.Contains(header, allowed));
        Assert.Contains("POST", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.NotEmpty(response.Headers.GetValues("Access-Control-Max-Age").Single());
    }
}
