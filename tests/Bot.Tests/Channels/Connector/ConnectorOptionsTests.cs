using Bot.Channels.Connector;
using Bot.Operation.Settings;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Channels.Connector;

/// <summary>What the operator may set, and what the process does not start with.</summary>
public sealed class ConnectorOptionsTests
{
    private static readonly (string, string)[] Registered = [("AppId", "0F6C1B1E-7A54-4C55-9D3A-2F4F3C2B1A00"), ("AppPassword", "s3cret~word")];

    [Fact]
    public void Without_an_app_the_channel_is_off()
    {
        var options = Read();
        Assert.False(options.IsOn);
        Assert.Equal(new Uri("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token"), options.TokenUrl);
        Assert.Equal(new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"), options.OpenIdMetadataUrl);
        Assert.Equal("https://api.botframework.com", Assert.Single(options.Issuers));
        Assert.False(options.Emulator || options.Development);
        Assert.True(Read(("Development", "true")).IsOn);
    }

    [Fact]
    public void An_app_that_is_registered_is_on_and_its_id_is_written_as_tokens_write_it()
    {
        var options = Read(Registered);
        Assert.Equal((true, Scene.AppId), (options.IsOn, options.AppId));
        Assert.Equal("bot_1.x", Read(("AppId", "bot_1.x"), ("AppPassword", "x")).AppId);
    }

    [Fact]
    public void The_token_is_asked_for_at_the_apps_own_tenant()
    {
        Assert.Equal("https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token", Read([.. Registered, ("TenantId", "contoso.onmicrosoft.com")]).TokenUrl.ToString());
        Assert.Equal("http://127.0.0.1:9/token", Read([.. Registered, ("TokenUrl", "http://127.0.0.1:9/token")]).TokenUrl.ToString());
    }

    [Fact]
    public void The_password_is_shown_nowhere()
    {
        var options = Read(Registered);
        Assert.Equal("s3cret~word", options.AppPassword);
        Assert.DoesNotContain("s3cret", options.ToString());
        Assert.DoesNotContain("s3cret", (options with { Emulator = true }).ToString());
        Assert.DoesNotContain("s3cret", Assert.Throws<BadSettingException>(() => Read(("AppId", "x"), ("AppPassword", "s3cret\u0001"))).Message);
    }

    [Theory]
    [InlineData("AppId", "a b")]
    [InlineData("AppId", "{0f6c1b1e}")]
    [InlineData("TenantId", "contoso/../evil")]
    [InlineData("TenantId", "..")]
    [InlineData("OpenIdMetadataUrl", "http://login.botframework.com/")]
    [InlineData("OpenIdMetadataUrl", "/metadata")]
    [InlineData("OpenIdMetadataUrl", "file:///tmp/metadata")]
    [InlineData("EmulatorMetadataUrl", "http://10.0.0.1/")]
    [InlineData("TokenUrl", "http://login.microsoftonline.com/x")]
    [InlineData("TokenUrl", "https://user:word@login.microsoftonline.com/x")]
    [InlineData("ServiceUrls", "http://smba.trafficmanager.net")]
    [InlineData("ServiceUrls", "*")]
    [InlineData("ServiceUrls", "*.com")]
    [InlineData("ServiceUrls", "*.trafficmanager.net")]
    [InlineData("ServiceUrls", "botframework.com.")]
    [InlineData("ServiceUrls", "https://a@b.example")]
    [InlineData("ServiceUrls", "host.example:0")]
    [InlineData("ServiceUrls", "host.example/path")]
    [InlineData("Development", "yes")]
    [InlineData("Emulator", "1")]
    [InlineData("Issuers", "api.botframework.com")]
    [InlineData("Issuers", "http://api.botframework.com")]
    public void What_is_out_of_bounds_stops_the_start(string key, string value)
    {
        var message = Assert.Throws<BadSettingException>(() => Read([.. Registered.Where(r => r.Item1 != key), (key, value)])).Message;
        Assert.Contains("Channels:Connector:" + key, message);
    }

    [Fact]
    public void An_app_without_a_password_could_not_answer()
    {
        Assert.Contains("AppPassword", Assert.Throws<BadSettingException>(() => Read(Registered[0])).Message);
        Assert.True(Read(Registered[0], ("Development", "true")).IsOn);
    }

    [Fact]
    public void Development_does_not_go_with_a_proxy_nor_the_emulator_without_an_app()
    {
        Assert.Contains("Proxy:Known", Assert.Throws<BadSettingException>(() => Read(("Development", "true"), ("/Proxy:Known", "127.0.0.1"))).Message);
        Assert.Contains("AppId", Assert.Throws<BadSettingException>(() => Read(("Emulator", "true"))).Message);
    }

    private static ConnectorOptions Read(params (string Key, string Value)[] settings) => ConnectorOptions.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(s => s.Key.StartsWith('/') ? s.Key[1..] : "Channels:Connector:" + s.Key, s => (string?)s.Value)).Build());
}
