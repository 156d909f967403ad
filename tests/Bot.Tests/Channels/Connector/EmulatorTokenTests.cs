using System.Text.Json.Nodes;
using Bot.Channels.Connector;
using Bot.Channels.Connector.Access;

namespace Bot.Tests.Channels.Connector;

/// <summary>The Emulator's tokens: of two tenants, behind a switch, and of no tenant that a token names for itself.</summary>
public sealed class EmulatorTokenTests
{
    private const string Foreign = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";

    [Fact]
    public async Task The_emulators_token_is_refused_unless_its_switch_is_on()
    {
        await using var off = await Scene.SetAsync();
        await off.RefusesAsync(403, "EmulatorOff", Mint.Channel.Strike(off.EmulatorClaims()));
        Assert.Equal(0, off.Microsoft.MetadataReads);

        await using var on = await OnAsync();
        await on.AcceptsAsync(Mint.Channel.Strike(on.EmulatorClaims()), ConnectorProof.Emulator);
    }

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid", true)]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/", "1.0", "appid", true)]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0", "azp", true)]
    [InlineData("https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/", "1.0", "appid", false)]
    [InlineData("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0", "2.0", "azp", false)]
    [InlineData("https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/", "1.0", "appid", false)]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db", "1.0", "appid", false)]
    [InlineData("https://sts.windows.net/D6D49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid", false)]
    [InlineData(Foreign, "2.0", "azp", false)]
    public async Task Only_the_tenants_of_the_bot_framework_issue_them(string issuer, string version, string claim, bool good)
    {
        await using var scene = await OnAsync();
        var token = Mint.Channel.Strike(scene.EmulatorClaims(c =>
        {
            c.Remove("azp");
            (c["iss"], c["ver"], c[claim]) = (issuer, version, Scene.AppId);
        }));
        if (good) await scene.AcceptsAsync(token, ConnectorProof.Emulator);
        else await scene.RefusesAsync(401, "IssuerUnknown", token);
    }

    [Fact]
    public async Task A_foreign_tenant_cannot_talk_itself_in_by_naming_itself()
    {
        await using var scene = await OnAsync();
        // Each of these adds the tenant to the list of issuers that the reference implementation keeps.
        string[] forged =
        [
            Mint.Stranger.Strike(scene.EmulatorClaims(c => (c["iss"], c["tid"]) = (Foreign, "11111111-2222-3333-4444-555555555555"))),
            Mint.Channel.Strike(scene.EmulatorClaims(c => c["tid"] = "11111111-2222-3333-4444-555555555555"), "RS256", h => h["alg"] = "none"),
        ];
        foreach (var token in forged) Assert.False((await scene.JudgeAsync(token)).IsAccepted);
        for (var i = 0; i < 3; i++)
            await scene.RefusesAsync(401, "IssuerUnknown", Mint.Channel.Strike(scene.EmulatorClaims(c => (c["iss"], c["tid"]) = (Foreign, "11111111-2222-3333-4444-555555555555"))));
    }

    [Fact]
    public async Task The_governments_tenant_counts_in_its_cloud_only()
    {
        await using var scene = await Scene.SetAsync(o => o with { Emulator = true, Issuers = [ConnectorOptions.GovernmentIssuer] });
        await scene.AcceptsAsync(Mint.Channel.Strike(scene.EmulatorClaims(c => c["iss"] = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0")), ConnectorProof.Emulator);
        await scene.RefusesAsync(401, "IssuerUnknown", Mint.Channel.Strike(scene.EmulatorClaims()));
    }

    [Fact]
    public async Task The_version_is_there_and_is_the_one_that_its_issuer_writes()
    {
        await using var scene = await OnAsync();
        foreach (var version in new JsonNode?[] { null, "", "1.0", "3.0", 2.0, new JsonArray("2.0") })
            await scene.RefusesAsync(403, "VersionWrong", Mint.Channel.Strike(scene.EmulatorClaims(c => (c["ver"], c["appid"]) = (version?.DeepClone(), Scene.AppId))));
        await scene.RefusesAsync(403, "VersionWrong", Mint.Channel.Strike(scene.EmulatorClaims(c => c.Remove("ver"))));
    }

    [Fact]
    public async Task The_token_was_given_to_our_app_and_is_made_out_to_it()
    {
        await using var scene = await OnAsync();
        await scene.RefusesAsync(403, "AppMissing", Mint.Channel.Strike(scene.EmulatorClaims(c => c.Remove("azp"))));
        await scene.RefusesAsync(403, "AppMissing", Mint.Channel.Strike(scene.EmulatorClaims(c =>
        {
            c.Remove("azp");
            c["appid"] = Scene.AppId;
        })));
        await scene.RefusesAsync(403, "SkillToken", Mint.Channel.Strike(scene.EmulatorClaims(c => c["azp"] = "another")));
        // Our own token for the connector, sent back to us by whoever got it with a reply.
        await scene.RefusesAsync(403, "AudienceWrong", Mint.Channel.Strike(scene.EmulatorClaims(c => c["aud"] = ConnectorOptions.PublicIssuer)));
        await scene.RefusesAsync(403, "AudienceWrong", Mint.Channel.Strike(scene.EmulatorClaims(c => c["aud"] = new JsonArray(Scene.AppId))));
    }

    [Fact]
    public async Task Its_signature_and_lifetime_are_checked_too()
    {
        await using var scene = await OnAsync();
        await scene.RefusesAsync(401, "SignatureWrong", Mint.Stranger.Strike(scene.EmulatorClaims(), header: h => h["kid"] = Mint.Channel.KeyId));
        await scene.RefusesAsync(401, "TokenExpired", Mint.Channel.Strike(scene.EmulatorClaims(c => c["exp"] = scene.Seconds(TimeSpan.FromMinutes(-6)))));
        await scene.RefusesAsync(401, "AlgorithmRefused", Mint.Channel.Strike(scene.EmulatorClaims(), "HS256"));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0", true)]
    [InlineData(Scene.EmulatorIssuer, true)]
    [InlineData("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", false)]
    public async Task A_key_that_is_bound_to_an_issuer_signs_for_that_one_only(string bound, bool good)
    {
        await using var scene = await OnAsync();
        var key = Mint.Channel.Jwk();
        key["issuer"] = bound;
        scene.Microsoft.KeySet = [key];
        if (good) await scene.AcceptsAsync(Mint.Channel.Strike(scene.EmulatorClaims()), ConnectorProof.Emulator);
        else await scene.RefusesAsync(401, "KeyOfAnother", Mint.Channel.Strike(scene.EmulatorClaims()));
    }

    [Fact]
    public async Task The_emulators_keys_sign_no_channels_token()
    {
        await using var entra = await MicrosoftStandIn.StartAsync();
        entra.KeySet = [Mint.Stranger.Jwk(null, "msteams")];
        await using var scene = await Scene.SetAsync(o => o with { Emulator = true, EmulatorMetadataUrl = entra.MetadataUrl });
        await scene.AcceptsAsync(Mint.Stranger.Strike(scene.EmulatorClaims()), ConnectorProof.Emulator);
        await scene.RefusesAsync(401, "KeyUnknown", Mint.Stranger.Strike(scene.Claims()));
        await scene.RefusesAsync(401, "KeyUnknown", Mint.Channel.Strike(scene.EmulatorClaims()));
    }

    private static Task<Scene> OnAsync() => Scene.SetAsync(o => o with { Emulator = true });
}
