using System.Net;
using Bot.Channels.Connector.Access;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Channels.Connector;

/// <summary>Who comes in without a token: in development, and only somebody at this very machine.</summary>
public sealed class DevelopmentTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData(null, false)]
    public async Task Only_from_this_machine(string? address, bool good)
    {
        await using var scene = await Scene.SetAsync(o => o with { Development = true, AppId = null });
        var verdict = await scene.Check.JudgeAsync(Call(address));
        Assert.Equal(good ? ConnectorProof.Loopback : null, verdict.Proof);
        if (!good) Assert.Equal((403, "LocalOnly"), (verdict.Status, verdict.Code));
    }

    [Fact]
    public async Task Never_without_the_switch()
    {
        await using var scene = await Scene.SetAsync();
        Assert.Equal("TokenMissing", (await scene.Check.JudgeAsync(Call("127.0.0.1"))).Code);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Original-For", "[::1]:5000")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "ftp://localhost")]
    [InlineData("Host", "bot.example.gov.vn")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Host", "")]
    public async Task Not_through_anybody_else(string header, string value)
    {
        await using var scene = await Scene.SetAsync(o => o with { Development = true });
        var context = Context();
        Assert.True((await scene.Check.JudgeAsync(ConnectorCall.Of(context, null, null))).IsAccepted);
        context.Request.Headers[header] = value;
        Assert.Equal("TokenMissing", (await scene.Check.JudgeAsync(ConnectorCall.Of(context, null, null))).Code);
    }

    [Theory]
    [InlineData("localhost:3978", null)]
    [InlineData("127.0.0.1:3978", null)]
    [InlineData("[::1]:3978", null)]
    [InlineData("localhost", "http://localhost:56150")]
    [InlineData("localhost", "http://[::1]:56150")]
    public void A_tool_at_this_machine_is_local(string host, string? origin)
    {
        var context = Context();
        context.Request.Headers.Host = host;
        if (origin is not null) context.Request.Headers.Origin = origin;
        Assert.True(ConnectorCall.Of(context, null, null).IsLocal);
    }

    [Fact]
    public async Task A_token_that_is_brought_along_is_checked_all_the_same()
    {
        await using var scene = await Scene.SetAsync(o => o with { Development = true });
        foreach (var header in new[] { "", "Basic x", "Bearer x", "Bearer " + Mint.Stranger.Strike(scene.Claims()) })
            Assert.False((await scene.Check.JudgeAsync(Call("127.0.0.1") with { Authorization = header })).IsAccepted);
        await scene.AcceptsAsync(scene.Token());
    }

    [Fact]
    public async Task Without_an_app_there_is_nothing_to_check_a_token_against()
    {
        await using var scene = await Scene.SetAsync(o => o with { Development = true, AppId = null });
        Assert.Equal(ConnectorProof.Loopback, (await scene.Check.JudgeAsync(Call("::1") with { Authorization = "Bearer x" })).Proof);
        await scene.RefusesAsync(403, "LocalOnly", scene.Token());
    }

    [Fact]
    public void Two_authorization_headers_are_no_missing_one_and_no_call_shows_its_token()
    {
        var context = Context();
        context.Request.Headers.Authorization = new(["Bearer one", "Bearer two"]);
        Assert.Equal("", ConnectorCall.Of(context, null, null).Authorization);
        context.Request.Headers.Authorization = "Bearer one";
        Assert.Equal("Bearer one", ConnectorCall.Of(context, null, null).Authorization);
        Assert.DoesNotContain("one", ConnectorCall.Of(context, null, null).ToString());
    }

    private static DefaultHttpContext Context()
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        context.Request.Headers.Host = "localhost:5080";
        return context;
    }

    private static ConnectorCall Call(string? address) => new(null, "http://localhost:56150/_connector", "emulator", address is null ? null : IPAddress.Parse(address), false);
}
