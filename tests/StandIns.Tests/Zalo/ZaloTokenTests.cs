using System.Text.Json;
using StandIns.Serving;
using StandIns.Zalo;

namespace StandIns.Tests.Zalo;

/// <summary>Tokens: strings that say how long they last, and a refresh token that works once.</summary>
public sealed class ZaloTokenTests : IAsyncLifetime
{
    private readonly ZaloStandIn zalo = new();

    public Task InitializeAsync() => zalo.StartAsync();

    public Task DisposeAsync() => zalo.DisposeAsync().AsTask();

    [Fact]
    public async Task A_refresh_token_gives_one_pair_and_no_second()
    {
        var first = zalo.Tokens.Refresh;
        var pair = await RefreshAsync(first);
        Assert.Equal("90000", pair.GetProperty("expires_in").GetString());
        Assert.Equal((zalo.Tokens.Access, zalo.Tokens.Refresh), (pair.GetProperty("access_token").GetString(), pair.GetProperty("refresh_token").GetString()));
        Assert.True((await RefreshAsync(first)).TryGetProperty("error_name", out _));
        Assert.Equal((1, 1), (zalo.Tokens.Refreshes, zalo.Tokens.SpentAttempts));
        Assert.True((await RefreshAsync(zalo.Tokens.Refresh)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task A_refresh_whose_answer_is_lost_has_spent_the_token()
    {
        var first = zalo.Tokens.Refresh;
        zalo.Faults.Next(Fault.DropAfter, path: ZaloStandIn.TokenPath);
        await Assert.ThrowsAsync<HttpRequestException>(() => RefreshAsync(first));
        Assert.NotEqual(first, zalo.Tokens.Refresh);
        Assert.True((await RefreshAsync(first)).TryGetProperty("error", out _));
        Assert.Equal((1, 1), (zalo.Tokens.Refreshes, zalo.Tokens.SpentAttempts));
    }

    [Theory]
    [InlineData("secret", null, "refresh_token")]
    [InlineData(null, "1", "refresh_token")]
    [InlineData(null, null, "password")]
    public async Task A_wrong_call_spends_nothing(string? secret, string? app, string grant)
    {
        var token = zalo.Tokens.Refresh;
        Assert.True((await RefreshAsync(token, secret, app, grant)).TryGetProperty("error", out _));
        Assert.True((await RefreshAsync(token)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task A_body_of_json_is_no_form()
    {
        var (_, answer) = await Wire.JsonAsync("POST", zalo.Url + ZaloStandIn.TokenPath, $$"""{"app_id":"{{zalo.AppId}}"}""", ("secret_key", zalo.AppSecret));
        Assert.True(answer.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_code_needs_its_verifier()
    {
        Assert.True((await RedeemAsync(zalo.Tokens.IssueCode("v"), "w")).TryGetProperty("error", out _));
        var code = zalo.Tokens.IssueCode("v");
        Assert.True((await RedeemAsync(code, "v")).TryGetProperty("refresh_token", out _));
        Assert.True((await RedeemAsync(code, "v")).TryGetProperty("error", out _));
    }

    private async Task<JsonElement> RefreshAsync(string token, string? secret = null, string? app = null, string grant = "refresh_token") =>
        (await Wire.FormAsync(zalo.Url + ZaloStandIn.TokenPath, new() { ["app_id"] = app ?? zalo.AppId, ["grant_type"] = grant, ["refresh_token"] = token }, ("secret_key", secret ?? zalo.AppSecret))).Body;

    private async Task<JsonElement> RedeemAsync(string code, string verifier) =>
        (await Wire.FormAsync(zalo.Url + ZaloStandIn.TokenPath, new() { ["app_id"] = zalo.AppId, ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier }, ("secret_key", zalo.AppSecret))).Body;
}
