using System.Text.Json.Nodes;
using Bot.Channels.Connector.Access;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Channels.Connector;

/// <summary>Where the keys come from: how often they are asked for, and what a server that fails or lies can do.</summary>
public sealed class SigningKeyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Keys_are_fetched_once_a_day()
    {
        await using var scene = await Scene.SetAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await scene.AcceptsAsync(scene.Token());
            Assert.Equal((1, 1), (scene.Microsoft.MetadataReads, scene.Microsoft.KeyReads));
            scene.Time.Advance(TimeSpan.FromHours(1));
        }
        await scene.AcceptsAsync(scene.Token());
        Assert.Equal((2, 2), (scene.Microsoft.MetadataReads, scene.Microsoft.KeyReads));
    }

    [Fact]
    public async Task Invented_key_ids_bring_about_one_fetch_an_hour()
    {
        await using var scene = await Scene.SetAsync();
        for (var i = 0; i < 60; i++)
        {
            await scene.RefusesAsync(401, "KeyUnknown", Mint.Channel.Strike(scene.Claims(), header: h => h["kid"] = "invented-" + i));
            scene.Time.Advance(TimeSpan.FromSeconds(59));
        }
        Assert.Equal(1, scene.Microsoft.MetadataReads);
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 10; i++) await scene.RefusesAsync(401, "KeyUnknown", Mint.Channel.Strike(scene.Claims(), header: h => h["kid"] = "invented"));
        Assert.Equal(2, scene.Microsoft.MetadataReads);
        await scene.AcceptsAsync(scene.Token());
    }

    [Fact]
    public async Task A_new_key_is_found_after_an_hour_and_an_old_one_is_gone_then()
    {
        await using var scene = await Scene.SetAsync();
        var next = new Mint("next-key");
        await scene.AcceptsAsync(scene.Token());
        scene.Microsoft.KeySet = [next.Jwk(null, "msteams")];
        await scene.RefusesAsync(401, "KeyUnknown", next.Strike(scene.Claims()));
        scene.Time.Advance(TimeSpan.FromHours(1));
        await scene.AcceptsAsync(next.Strike(scene.Claims()));
        await scene.RefusesAsync(401, "KeyUnknown", scene.Token());
        Assert.Equal(2, scene.Microsoft.MetadataReads);
    }

    [Fact]
    public async Task Another_key_under_the_same_id_replaces_the_first()
    {
        await using var scene = await Scene.SetAsync();
        await scene.AcceptsAsync(scene.Token());
        scene.Microsoft.KeySet = [Mint.Stranger.Jwk(Mint.Channel.KeyId, "msteams")];
        scene.Time.Advance(TimeSpan.FromHours(24));
        await scene.RefusesAsync(401, "SignatureWrong", scene.Token());
        await scene.AcceptsAsync(Mint.Stranger.Strike(scene.Claims(), header: h => h["kid"] = Mint.Channel.KeyId));
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_fetch()
    {
        await using var scene = await Scene.SetAsync();
        var (open, answer) = (new TaskCompletionSource(), scene.Microsoft.Metadata);
        scene.Microsoft.Metadata = async context =>
        {
            await open.Task;
            await answer(context);
        };
        var token = scene.Token();
        var calls = Enumerable.Range(0, 50).Select(_ => scene.JudgeAsync(token)).ToList();
        await scene.Microsoft.ArrivedAsync();
        calls.AddRange(Enumerable.Range(0, 50).Select(i => scene.JudgeAsync(Mint.Channel.Strike(scene.Claims(), header: h => h["kid"] = "invented-" + i))));
        open.SetResult();
        var verdicts = await Task.WhenAll(calls);
        Assert.All(verdicts[..50], verdict => Assert.True(verdict.IsAccepted, verdict.Code));
        Assert.All(verdicts[50..], verdict => Assert.Equal("KeyUnknown", verdict.Code));
        Assert.Equal((1, 1), (scene.Microsoft.MetadataReads, scene.Microsoft.KeyReads));
    }

    [Fact]
    public async Task A_server_that_is_down_ends_in_refusal_and_is_asked_once_a_minute()
    {
        await using var scene = await Scene.SetAsync();
        var answer = scene.Microsoft.Metadata;
        scene.Microsoft.Metadata = MicrosoftStandIn.Status(503);
        for (var i = 0; i < 20; i++) await scene.RefusesAsync(503, "KeysUnavailable", scene.Token());
        Assert.Equal(1, scene.Microsoft.MetadataReads);
        scene.Microsoft.Metadata = answer;
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.AcceptsAsync(scene.Token());
        Assert.Equal(2, scene.Microsoft.MetadataReads);
    }

    [Fact]
    public async Task A_server_that_nobody_listens_at_ends_in_refusal()
    {
        var gone = await MicrosoftStandIn.StartAsync();
        var address = gone.MetadataUrl;
        await gone.DisposeAsync();
        await using var scene = await Scene.SetAsync(o => o with { OpenIdMetadataUrl = address });
        await scene.RefusesAsync(503, "KeysUnavailable", scene.Token());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_never_ends_its_answer_is_given_up_after_five_seconds(bool metadata)
    {
        await using var scene = await Scene.SetAsync();
        if (metadata) scene.Microsoft.Metadata = MicrosoftStandIn.Never;
        else scene.Microsoft.Keys = MicrosoftStandIn.Never;
        var refused = scene.RefusesAsync(503, "KeysUnavailable", scene.Token());
        await scene.Microsoft.ArrivedAsync();
        if (!metadata) await scene.Microsoft.ArrivedAsync();
        Assert.False(refused.IsCompleted);
        scene.Time.Advance(Patience);
        await refused.WaitAsync(Line.Patience);
    }

    [Fact]
    public async Task Keys_that_were_good_are_kept_while_their_server_fails_but_not_for_ever()
    {
        await using var scene = await Scene.SetAsync();
        await scene.AcceptsAsync(scene.Token());
        scene.Microsoft.Metadata = MicrosoftStandIn.Status(500);
        for (var day = 1; day < 5; day++)
        {
            scene.Time.Advance(TimeSpan.FromDays(1));
            await scene.AcceptsAsync(scene.Token());
            await scene.RefusesAsync(401, "KeyUnknown", Mint.Stranger.Strike(scene.Claims()));
            Assert.Equal(1 + day, scene.Microsoft.MetadataReads);
        }
        scene.Time.Advance(TimeSpan.FromDays(1));
        await scene.RefusesAsync(503, "KeysUnavailable", scene.Token());
    }

    public static TheoryData<string, RequestDelegate> LyingMetadata => new()
    {
        { "nothing", MicrosoftStandIn.Text("") },
        { "no JSON", MicrosoftStandIn.Text("<html>") },
        { "a list", MicrosoftStandIn.Text("[]") },
        { "no address", MicrosoftStandIn.Text("""{"issuer":"https://api.botframework.com"}""") },
        { "an address that is none", MicrosoftStandIn.Text("""{"jwks_uri":"keys"}""") },
        { "a number", MicrosoftStandIn.Text("""{"jwks_uri":7}""") },
        { "half a letter", MicrosoftStandIn.Text("""{"jwks_uri":"\ud800"}""") },
        { "keys in the clear", MicrosoftStandIn.Text("""{"jwks_uri":"http://keys.example/"}""") },
        { "a file", MicrosoftStandIn.Text("""{"jwks_uri":"file:///etc/passwd"}""") },
        { "too deep", MicrosoftStandIn.Text(new string('[', 100_000)) },
        // Right in every word, but for its size.
        { "too large", context => context.Response.WriteAsJsonAsync(new { jwks_uri = $"http://{context.Request.Host}/keys", filler = new string('x', 2_000_000) }) },
        { "elsewhere", context => { context.Response.Redirect("/keys"); return Task.CompletedTask; } },
        { "an error with a body", context => { context.Response.StatusCode = 404; return context.Response.WriteAsync("{}"); } },
        { "broken off", context => { context.Abort(); return Task.CompletedTask; } },
    };

    [Theory]
    [MemberData(nameof(LyingMetadata), DisableDiscoveryEnumeration = true)]
    public async Task Metadata_that_lies_is_a_refusal_and_a_good_set_stays(string what, RequestDelegate lie)
    {
        await using var scene = await Scene.SetAsync();
        var answer = scene.Microsoft.Metadata;
        scene.Microsoft.Metadata = lie;
        Assert.Equal((what, "KeysUnavailable"), (what, (await scene.JudgeAsync(scene.Token())).Code));
        scene.Microsoft.Metadata = answer;
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.AcceptsAsync(scene.Token());
        scene.Microsoft.Metadata = lie;
        scene.Time.Advance(TimeSpan.FromDays(1));
        await scene.AcceptsAsync(scene.Token());
    }

    public static TheoryData<string, string> LyingKeys => new()
    {
        { "no keys", """{"keys":[]}""" },
        { "keys that are no list", """{"keys":{}}""" },
        { "a null", """{"keys":[null]}""" },
        { "no numbers", """{"keys":[{"kty":"RSA","kid":"channel-key","endorsements":["msteams"]}]}""" },
        { "numbers that are none", """{"keys":[{"kty":"RSA","kid":"channel-key","n":"!!","e":"AQAB","endorsements":["msteams"]}]}""" },
        { "an even exponent", Key(k => k["e"] = "AQAA") },
        { "the exponent one", Key(k => k["e"] = "AQ") },
        { "a huge exponent", Key(k => k["e"] = new string('A', 3) + new string('B', 400)) },
        { "a shared secret", """{"keys":[{"kty":"oct","kid":"channel-key","k":"c2VjcmV0","endorsements":["msteams"]}]}""" },
        { "a key for encryption", Key(k => k["use"] = "enc") },
        { "an id that is no text", Key(k => k["kid"] = 7) },
        { "a weak key", new JsonObject { ["keys"] = new JsonArray(new Mint("channel-key", 1024).Jwk(null, "msteams")) }.ToJsonString() },
    };

    [Theory]
    [MemberData(nameof(LyingKeys))]
    public async Task Keys_that_are_none_are_not_used(string what, string keys)
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.Keys = MicrosoftStandIn.Text(keys);
        Assert.Equal((what, "KeysUnavailable"), (what, (await scene.JudgeAsync(scene.Token())).Code));
    }

    [Fact]
    public async Task One_bad_key_does_not_spoil_the_others()
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.KeySet = [null, 7, new JsonObject(), new JsonObject { ["kty"] = "EC", ["kid"] = "curve" }, new Mint("weak", 1024).Jwk(null, "msteams"), Mint.Channel.Jwk(null, "msteams")];
        await scene.AcceptsAsync(scene.Token());
    }

    [Fact]
    public async Task A_modulus_with_a_leading_zero_is_the_same_key()
    {
        await using var scene = await Scene.SetAsync();
        var key = Mint.Channel.Jwk(null, "msteams");
        key["n"] = Mint.Encode([0, .. System.Buffers.Text.Base64Url.DecodeFromChars((string)key["n"]!)]);
        scene.Microsoft.KeySet = [key];
        await scene.AcceptsAsync(scene.Token());
    }

    private static string Key(Action<JsonObject> change)
    {
        var key = Mint.Channel.Jwk(null, "msteams");
        change(key);
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }
}
