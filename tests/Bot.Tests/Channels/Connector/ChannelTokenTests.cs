using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Connector;
using Bot.Channels.Connector.Access;

namespace Bot.Tests.Channels.Connector;

/// <summary>A channel's token: one that is good, and for every rule one that is wrong in exactly that.</summary>
public sealed class ChannelTokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Basic YTpi")]
    [InlineData("bearer {0}")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} ")]
    [InlineData("Bearer {0},Bearer {0}")]
    [InlineData("Bearer {0}.x")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("{0}")]
    public async Task Nothing_but_one_bearer_token_will_do(string? header)
    {
        await using var scene = await Scene.SetAsync();
        var call = new ConnectorCall(header?.Replace("{0}", scene.Token()), Scene.ServiceUrl, "msteams", IPAddress.Loopback, false);
        Assert.Equal(401, (await scene.Check.JudgeAsync(call)).Status);
        Assert.Equal(0, scene.Microsoft.MetadataReads);
    }

    [Fact]
    public async Task The_issuer_is_checked_before_anything_is_fetched()
    {
        await using var scene = await Scene.SetAsync();
        foreach (var issuer in new[] { "https://api.botframework.com/", "https://API.botframework.com", "http://api.botframework.com", "https://api.botframework.us", "https://evil.example" })
            await scene.RefusesAsync(401, "IssuerUnknown", scene.Token(c => c["iss"] = issuer));
        await scene.RefusesAsync(401, "IssuerMissing", scene.Token(c => c.Remove("iss")));
        Assert.Equal(0, scene.Microsoft.MetadataReads);
    }

    [Fact]
    public async Task Two_issuers_are_none()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "IssuerMissing", scene.Token(c => c["iss"] = new JsonArray(ConnectorOptions.PublicIssuer, "https://evil.example")));
        await scene.RefusesAsync(401, "IssuerMissing", scene.Token(c => c["iss"] = new JsonArray(ConnectorOptions.PublicIssuer)));
    }

    [Theory]
    [InlineData("iss", "\"https://evil.example\"")]
    [InlineData("aud", "\"another\"")]
    [InlineData("exp", "1")]
    [InlineData("serviceurl", "\"https://evil.example\"")]
    public async Task A_claim_that_stands_twice_is_refused_whichever_comes_first(string name, string value)
    {
        await using var scene = await Scene.SetAsync();
        var (payload, header) = (scene.Claims().ToJsonString(), $$"""{"alg":"RS256","kid":"{{Mint.Channel.KeyId}}"}""");
        await scene.AcceptsAsync(Mint.Channel.Strike(header, payload));
        await scene.RefusesAsync(401, "TokenMalformed", Mint.Channel.Strike(header, $"{{\"{name}\":{value},{payload[1..]}"));
        await scene.RefusesAsync(401, "TokenMalformed", Mint.Channel.Strike(header, $"{payload[..^1]},\"{name}\":{value}}}"));
        await scene.RefusesAsync(401, "TokenMalformed", Mint.Channel.Strike($"{header[..^1]},\"alg\":\"none\"}}", payload));
    }

    [Fact]
    public async Task A_token_for_another_app_or_for_several_is_forbidden()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c["aud"] = "another"));
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c["aud"] = Scene.AppId.ToUpperInvariant()));
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c["aud"] = new JsonArray(Scene.AppId)));
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c["aud"] = new JsonArray("another", Scene.AppId)));
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c["aud"] = ""));
        await scene.RefusesAsync(403, "AudienceWrong", scene.Token(c => c.Remove("aud")));
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-300, false)]
    public async Task A_token_is_good_for_five_minutes_after_its_end(int end, bool good)
    {
        await using var scene = await Scene.SetAsync();
        var token = scene.Token(c => (c["nbf"], c["exp"]) = (scene.Seconds(TimeSpan.FromHours(-1)), scene.Seconds(TimeSpan.FromSeconds(end))));
        if (good) await scene.AcceptsAsync(token);
        else await scene.RefusesAsync(401, "TokenExpired", token);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_token_is_good_for_five_minutes_before_its_beginning(int begin, bool good)
    {
        await using var scene = await Scene.SetAsync();
        var token = scene.Token(c => c["nbf"] = scene.Seconds(TimeSpan.FromSeconds(begin)));
        if (good) await scene.AcceptsAsync(token);
        else await scene.RefusesAsync(401, "TokenExpired", token);
    }

    [Fact]
    public async Task A_token_without_an_end_or_with_a_time_that_is_none_is_refused()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "TokenExpired", scene.Token(c => c.Remove("exp")));
        await scene.AcceptsAsync(scene.Token(c => c.Remove("nbf")));
        foreach (var time in new JsonNode[] { "2999999999", -1, 0, 1e300, 3_000_000_000.5, long.MaxValue, true, new JsonArray(2_999_999_999) })
        {
            await scene.RefusesAsync(401, "TokenMalformed", scene.Token(c => c["exp"] = time.DeepClone()));
            await scene.RefusesAsync(401, "TokenMalformed", scene.Token(c => c["nbf"] = time.DeepClone()));
        }
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac")]
    [InlineData("https://smba.trafficmanager.net/apac/ ")]
    [InlineData("https://smba.trafficmanager.net:443/apac/")]
    [InlineData("https://smba.trafficmanager.net/apac/../apac/")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task The_activity_names_the_service_that_the_token_is_for(string? serviceUrl)
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(), serviceUrl);
    }

    [Fact]
    public async Task The_services_letters_may_be_small_or_large_but_the_claim_must_be_there()
    {
        await using var scene = await Scene.SetAsync();
        Assert.True((await scene.JudgeAsync(scene.Token(), Scene.ServiceUrl.ToUpperInvariant())).IsAccepted);
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(c => c.Remove("serviceurl")));
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(c => c.Remove("serviceurl")), serviceUrl: null);
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(c => c["serviceurl"] = ""), serviceUrl: "");
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(c => c["serviceurl"] = new JsonArray(Scene.ServiceUrl)));
        await scene.RefusesAsync(403, "ServiceUrlWrong", scene.Token(c =>
        {
            c.Remove("serviceurl");
            c["serviceUrl"] = Scene.ServiceUrl;
        }));
    }

    [Theory]
    [InlineData("facebook")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams ")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_speaks_only_for_the_channels_that_it_is_endorsed_for(string? channelId)
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(403, "NotEndorsed", scene.Token(), channelId: channelId);
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        await using var scene = await Scene.SetAsync();
        var plain = new Mint("plain-key");
        var empty = plain.Jwk("empty-list");
        empty["endorsements"] = new JsonArray();
        scene.Microsoft.KeySet = [plain.Jwk(), empty, new JsonObject { ["kid"] = "text", ["endorsements"] = "msteams" }];
        await scene.RefusesAsync(403, "NotEndorsed", plain.Strike(scene.Claims()));
        await scene.RefusesAsync(403, "NotEndorsed", plain.Strike(scene.Claims(), header: h => h["kid"] = "empty-list"));
    }

    [Theory]
    [InlineData("1.0", "appid", "another-bot")]
    [InlineData("2.0", "azp", "another-bot")]
    [InlineData(null, "appid", "AnonymousSkill")]
    [InlineData(null, "azp", "another-bot")]
    public async Task A_skills_token_is_forbidden(string? version, string claim, string value)
    {
        await using var scene = await Scene.SetAsync(o => o with { Emulator = true });
        await scene.RefusesAsync(403, "SkillToken", scene.Token(c => (c["ver"], c[claim]) = (version, value)));
        await scene.RefusesAsync(403, "SkillToken", Mint.Channel.Strike(scene.EmulatorClaims(c => (c["ver"], c[claim]) = (version, value))));
    }

    [Fact]
    public async Task A_token_longer_than_any_real_one_is_refused_unread()
    {
        await using var scene = await Scene.SetAsync();
        await scene.AcceptsAsync(scene.Token(c => c["filler"] = new string('x', 10_000)));
        await scene.RefusesAsync(401, "TokenTooLong", scene.Token(c => c["filler"] = new string('x', 13_000)));
        await scene.RefusesAsync(401, "TokenTooLong", new string('x', 10_000_000));
        await scene.RefusesAsync(401, "TokenMalformed", new string('.', 16_000));
        await scene.RefusesAsync(401, "TokenMalformed", Mint.Encode(Encoding.UTF8.GetBytes(new string('[', 8_000))) + ".e30.eA");
    }

    [Theory]
    [InlineData("crit")]
    [InlineData("b64")]
    [InlineData("enc")]
    [InlineData("zip")]
    public async Task A_token_with_rules_that_are_not_known_is_refused(string name)
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "TokenMalformed", Mint.Channel.Strike(scene.Claims(), header: h => h[name] = new JsonArray("exp")));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"iss":"\ud800"}""")]
    [InlineData("""{"iss":{"a":1}}""")]
    [InlineData("""{"iss":"https://api.botframework.com"} x""")]
    [InlineData("""{"iss":"https://api.botframework.com",}""")]
    public async Task A_payload_that_is_no_object_of_claims_is_refused(string payload)
    {
        await using var scene = await Scene.SetAsync();
        Assert.Equal(401, (await scene.JudgeAsync(Mint.Channel.Strike("""{"alg":"RS256","kid":"channel-key"}""", payload))).Status);
    }

    [Fact]
    public async Task The_governments_cloud_is_believed_only_by_setting()
    {
        await using var scene = await Scene.SetAsync(o => o with { Issuers = [ConnectorOptions.GovernmentIssuer] });
        await scene.AcceptsAsync(scene.Token(c => c["iss"] = ConnectorOptions.GovernmentIssuer));
        await scene.RefusesAsync(401, "IssuerUnknown", scene.Token());
    }

    [Fact]
    public async Task A_channel_that_is_off_lets_nobody_in()
    {
        await using var scene = await Scene.SetAsync(o => o with { AppId = null });
        await scene.RefusesAsync(403, "ChannelOff", scene.Token());
        await scene.RefusesAsync(403, "ChannelOff", scene.Token(c => c["aud"] = ""));
    }
}
