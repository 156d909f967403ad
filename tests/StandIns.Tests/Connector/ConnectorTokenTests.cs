using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StandIns.Connector;

namespace StandIns.Tests.Connector;

/// <summary>A library's verdict on the tokens: the right ones are right, and each forgery fails for a reason.</summary>
public sealed class ConnectorTokenTests : IClassFixture<ConnectorTokenTests.Running>
{
    private const string AppId = "1c2d3e4f-0000-4000-8000-0123456789ab";
    private const string Service = "https://smba.trafficmanager.net/apac/";

    private readonly ConnectorStandIn connector;
    private readonly ConnectorTokens tokens;

    public ConnectorTokenTests(Running running) => (connector, tokens) = (running.Connector, new ConnectorTokens(running.Connector, AppId, Service));

    public static TheoryData<string> Forgeries => [.. ConnectorTokens.ForgeryNames];

    [Fact]
    public async Task The_right_ones_are_right()
    {
        Assert.True(await IsRightAsync(tokens.Right.Write()));
        foreach (var (name, token) in tokens.AlsoRight) Assert.True(await IsRightAsync(token.Write()), name);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_none(string name) => Assert.False(await IsRightAsync(tokens.Forgeries[name]()));

    [Fact]
    public async Task The_emulators_tokens_are_right_for_the_emulators_keys()
    {
        foreach (var token in (ConnectorToken[])[tokens.EmulatorV1(), tokens.EmulatorV2(), tokens.EmulatorV2(ConnectorTokens.ForeignTenant)])
        {
            var (_, keys) = await Wire.JsonAsync("GET", connector.Url + ConnectorStandIn.EmulatorKeysPath, null);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token.Write(), new TokenValidationParameters
            {
                ValidIssuer = token.Issuer,
                ValidAudience = AppId,
                IssuerSigningKeys = new JsonWebKeySet(keys.GetRawText()).GetSigningKeys(),
            });
            Assert.True(result.IsValid, result.Exception?.Message);
        }
    }

    // The rules of a channel's call, as far as they lie in the token and the published keys.
    private async Task<bool> IsRightAsync(string token)
    {
        var (_, keys) = await Wire.JsonAsync("GET", connector.Url + ConnectorStandIn.KeysPath, null);
        var published = new JsonWebKeySet(keys.GetRawText());
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = AppId,
            IssuerSigningKeys = published.GetSigningKeys(),
            TryAllIssuerSigningKeys = false,
            ClockSkew = TimeSpan.FromMinutes(5),
            ValidAlgorithms = ["RS256", "RS384", "RS512"],
        });
        if (!result.IsValid) return false;
        var read = (JsonWebToken)result.SecurityToken;
        return read.TryGetClaim("serviceurl", out var service) && service.Value.Equals(Service, StringComparison.OrdinalIgnoreCase)
            && published.Keys.Single(k => k.KeyId == read.Kid).AdditionalData.TryGetValue("endorsements", out var endorsed) && endorsed.ToString()!.Contains("msteams", StringComparison.Ordinal);
    }

    /// <summary>One server for all forgeries: its keys take time to make.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public ConnectorStandIn Connector { get; } = new();

        public Task InitializeAsync() => Connector.StartAsync();

        public Task DisposeAsync() => Connector.DisposeAsync().AsTask();
    }
}
