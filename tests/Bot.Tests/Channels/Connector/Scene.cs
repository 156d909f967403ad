using System.Net;
using System.Text.Json.Nodes;
using Bot.Channels.Connector;
using Bot.Channels.Connector.Access;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Channels.Connector;

/// <summary>A registered bot, Microsoft's servers, a clock, and calls that differ from a good one in what the test says.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string AppId = "0f6c1b1e-7a54-4c55-9d3a-2f4f3c2b1a00";
    public const string ServiceUrl = "https://smba.trafficmanager.net/apac/";
    public const string EmulatorIssuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";
    public const string EmulatorIssuerV1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly OutboundHttp http = new();

    private Scene(MicrosoftStandIn microsoft, ConnectorOptions options)
    {
        (Microsoft, Options) = (microsoft, options);
        Check = new ConnectorTokenCheck(options, http, Time, NullLogger<ConnectorTokenCheck>.Instance);
        Source = new ConnectorTokenSource(options, http, Time);
    }

    public MicrosoftStandIn Microsoft { get; }

    public ManualTime Time { get; } = new();

    public ConnectorOptions Options { get; }

    public ConnectorTokenCheck Check { get; }

    public ConnectorTokenSource Source { get; }

    public static async Task<Scene> SetAsync(Func<ConnectorOptions, ConnectorOptions>? change = null)
    {
        var microsoft = await MicrosoftStandIn.StartAsync();
        var options = new ConnectorOptions
        {
            AppId = AppId,
            AppPassword = "the password",
            OpenIdMetadataUrl = microsoft.MetadataUrl,
            EmulatorMetadataUrl = microsoft.MetadataUrl,
            TokenUrl = microsoft.TokenUrl,
        };
        return new Scene(microsoft, change?.Invoke(options) ?? options);
    }

    public long Seconds(TimeSpan fromNow = default) => (Time.GetUtcNow() + fromNow).ToUnixTimeSeconds();

    public JsonObject Claims(Action<JsonObject>? change = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = ConnectorOptions.PublicIssuer, ["aud"] = AppId, ["serviceurl"] = ServiceUrl,
            ["nbf"] = Seconds(TimeSpan.FromMinutes(-1)), ["exp"] = Seconds(TimeSpan.FromHours(1)),
        };
        change?.Invoke(claims);
        return claims;
    }

    public JsonObject EmulatorClaims(Action<JsonObject>? change = null) => Claims(claims =>
    {
        claims.Remove("serviceurl");
        (claims["iss"], claims["ver"], claims["azp"]) = (EmulatorIssuer, "2.0", AppId);
        change?.Invoke(claims);
    });

    public string Token(Action<JsonObject>? change = null) => Mint.Channel.Strike(Claims(change));

    public Task<ConnectorVerdict> JudgeAsync(string token, string? serviceUrl = ServiceUrl, string? channelId = "msteams") =>
        Check.JudgeAsync(new ConnectorCall("Bearer " + token, serviceUrl, channelId, IPAddress.Parse("203.0.113.7"), Relayed: false));

    public async Task AcceptsAsync(string token, ConnectorProof proof = ConnectorProof.Channel)
    {
        var verdict = await JudgeAsync(token);
        Assert.True(verdict.Proof == proof, $"{verdict.Code}: {verdict.Reason}");
    }

    public async Task RefusesAsync(int status, string code, string token, string? serviceUrl = ServiceUrl, string? channelId = "msteams")
    {
        var verdict = await JudgeAsync(token, serviceUrl, channelId);
        Assert.Equal((status, code, false), (verdict.Status, verdict.Code, verdict.IsAccepted));
        if (token.Length > 0) Assert.DoesNotContain(token, verdict.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Microsoft.DisposeAsync();
    }
}
