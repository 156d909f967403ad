using System.Net;
using Bot.Channels.Limits;
using Bot.Tests.Hosting;
using static Bot.Tests.Channels.ErrorTests;

namespace Bot.Tests.Channels;

/// <summary>How much a caller may ask for.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Tokens_are_limited_by_address_until_the_minute_is_over()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time, settings: ("Limits:ConversationsPerMinute", "2"));
        await bot.JsonAsync("POST", "/webchat/token");
        await bot.JsonAsync("POST", "/v3/directline/tokens/generate", TestBot.Secret);
        time.Advance(TimeSpan.FromSeconds(20));
        var refused = await bot.SendAsync("POST", "/webchat/token");
        Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter?.Delta);
        await AssertErrorAsync(refused, 429, "TooManyRequests");
        time.Advance(TimeSpan.FromSeconds(40));
        await bot.JsonAsync("POST", "/webchat/token");
    }

    [Fact]
    public async Task Conversations_are_limited_by_address_likewise()
    {
        await using var bot = new TestBot(new ManualTime(), settings: ("Limits:ConversationsPerMinute", "1"));
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("POST", "/v3/directline/conversations", line.Token), 429, "TooManyRequests");
    }

    [Fact]
    public async Task Messages_are_limited_by_conversation_and_polls_never()
    {
        await using var bot = new TestBot(new ManualTime(), settings: [("Limits:MessagesPerMinute", "1"), ("Limits:ConversationsPerMinute", "2")]);
        var (one, other) = (await Line.StartAsync(bot), await Line.StartAsync(bot));
        await one.SayAsync("xin chào");
        await AssertErrorAsync(await one.PostAsync(new { type = "message", text = "nữa" }), 429, "TooManyRequests");
        await other.SayAsync("xin chào");
        for (var i = 0; i < 5; i++) await one.PollAsync();
    }

    [Fact]
    public async Task Behind_a_known_proxy_the_address_is_the_forwarded_one()
    {
        await using var bot = new TestBot(new ManualTime(), settings: [("Limits:ConversationsPerMinute", "1"), ("Proxy:Known", "127.0.0.1, 10.0.0.0/8")]);
        async Task<HttpStatusCode> From(string forwarded)
        {
            using var response = await bot.SendAsync("POST", "/webchat/token", headers: ("X-Forwarded-For", forwarded));
            return response.StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await From("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await From("203.0.113.2"));
        // What the citizen wrote there himself does not count, what the inner proxy wrote does.
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("198.51.100.9, 203.0.113.2, 10.1.2.3"));
    }

    [Fact]
    public async Task An_unknown_proxy_is_not_believed()
    {
        await using var bot = new TestBot(new ManualTime(), settings: [("Limits:ConversationsPerMinute", "1"), ("Proxy:Known", "10.0.0.0/8")]);
        using var first = await bot.SendAsync("POST", "/webchat/token", headers: ("X-Forwarded-For", "203.0.113.1"));
        using var second = await bot.SendAsync("POST", "/webchat/token", headers: ("X-Forwarded-For", "203.0.113.2"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void An_address_counts_as_its_household(string address, string counted) => Assert.Equal(counted, NetworkAddress.Of(IPAddress.Parse(address)));

    [Fact]
    public void A_full_table_of_callers_shares_one_count_and_does_not_grow()
    {
        var limit = new WindowLimit(most: 1, new ManualTime(), keys: 2);
        Assert.Null(limit.Refuse("a"));
        Assert.Null(limit.Refuse("b"));
        Assert.Null(limit.Refuse("c"));
        Assert.NotNull(limit.Refuse("d"));
        Assert.NotNull(limit.Refuse("a"));
    }

    [Fact]
    public void A_clock_that_is_set_back_locks_nobody_out()
    {
        var time = new ManualTime();
        var limit = new WindowLimit(most: 1, time);
        Assert.Null(limit.Refuse("a"));
        time.Set(time.GetUtcNow().AddDays(-1));
        Assert.Null(limit.Refuse("a"));
    }
}
