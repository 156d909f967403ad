using Bot.Channels.Connector;
using Bot.Channels.Connector.Access.Services;

namespace Bot.Tests.Channels.Connector;

/// <summary>Where our token may go, and the addresses that only look so.</summary>
public sealed class TrustedServiceTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("HTTPS://SMBA.TrafficManager.net/amer/0f6c1b1e-7a54-4c55-9d3a-2f4f3c2b1a00/")]
    [InlineData("https://smba.trafficmanager.net:443/teams/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public void Microsofts_channels_are_trusted(string url) => Assert.True(Trusts(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/apac/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("wss://smba.trafficmanager.net/")]
    [InlineData(" https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/\n")]
    [InlineData("https://smba.trafficmanager.net/\tapac")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://.botframework.com/")]
    [InlineData("https://a..botframework.com/")]
    [InlineData("https://-.botframework.com/")]
    [InlineData("https://x.botframework.com.evil.com/")]
    [InlineData("https://smba.trafficmanager.net.evil.com/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://a.smba.trafficmanager.net/")]
    [InlineData("https://smba-trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://x.botframework.com./")]
    [InlineData("https://smba.trafficmanager.net@evil.com/")]
    [InlineData("https://smba.trafficmanager.net:443@evil.com/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net%40evil.com/")]
    [InlineData("https://smba.trafficmanager.net%2eevil.com/")]
    [InlineData("https://evil.com\\.botframework.com/")]
    [InlineData("https://evil.com\\@smba.trafficmanager.net/")]
    [InlineData("https:\\\\smba.trafficmanager.net/")]
    [InlineData("https:/smba.trafficmanager.net/")]
    [InlineData("https:smba.trafficmanager.net/")]
    [InlineData("https:///smba.trafficmanager.net/")]
    [InlineData("https://evil.com/smba.trafficmanager.net/")]
    [InlineData("https://evil.com?.botframework.com/")]
    [InlineData("https://evil.com#.botframework.com/")]
    [InlineData("https://smba.trafficmanager.net/?to=evil")]
    [InlineData("https://smba.trafficmanager.net/#evil")]
    [InlineData("https://smba.trafficmanager.net:444/")]
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://smba.trafficmanager.net:/")]
    [InlineData("https://smba.trafficmanager.net:0443443/")]
    [InlineData("https://smba.trafficmanager.net:443:443/")]
    [InlineData("https://smba。trafficmanager。net/")]
    [InlineData("https://ѕmba.trafficmanager.net/")]
    [InlineData("https://evil.com。botframework.com/")]
    [InlineData("https://b\u00f6tframework.com/")]
    [InlineData("https://xn--btframework-ecb.com/")]
    [InlineData("https://smba.trafficmanager.net\u200b/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("https://localhost/")]
    public void Nothing_else_is(string? url) => Assert.False(Trusts(url));

    [Fact]
    public void An_address_of_any_length_is_no_burden()
    {
        Assert.False(Trusts("https://" + string.Concat(Enumerable.Repeat("a.", 1_000_000)) + "botframework.com/"));
        Assert.False(Trusts("https://" + new string('a', 64) + ".botframework.com/"));
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:3978", true)]
    [InlineData("http://[::1]:3978/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("https://smba.trafficmanager.net/", true)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("http://localhost.evil.com/", false)]
    [InlineData("http://localhost:80@evil.com/", false)]
    [InlineData("http://evil.localhost/", false)]
    [InlineData("http://127.0.0.1.evil.com/", false)]
    [InlineData("http://127.0.0.1:x/", false)]
    [InlineData("http://[::1].evil.com/", false)]
    [InlineData("http://[::2]/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("ftp://localhost/", false)]
    public void In_development_this_machine_is_trusted_too_and_in_the_clear(string url, bool good) =>
        Assert.Equal(good, Trusts(url, new ConnectorOptions { Development = true }));

    [Fact]
    public void The_operators_list_takes_the_place_of_the_known_one()
    {
        var options = new ConnectorOptions { ServiceUrls = [TrustedService.Parse("https://Bot.example.gov.vn:8443/")!, TrustedService.Parse("*.kenh.example")!] };
        Assert.True(Trusts("https://bot.example.gov.vn:8443/x", options));
        Assert.True(Trusts("https://a.b.kenh.example/", options));
        foreach (var url in new[] { "https://bot.example.gov.vn/", "https://kenh.example/", "https://akenh.example/", "https://smba.trafficmanager.net/" }) Assert.False(Trusts(url, options));
    }

    private static bool Trusts(string? url, ConnectorOptions? options = null) => new TrustedServices(options ?? new ConnectorOptions()).Trusts(url);
}
