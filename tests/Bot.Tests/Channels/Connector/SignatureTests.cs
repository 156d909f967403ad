using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.Connector;

/// <summary>What proves that a token is the issuer's: the algorithms, the key, and forgeries of both.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_good_token_is_accepted_with_each_rsa_algorithm(string algorithm)
    {
        await using var scene = await Scene.SetAsync();
        await scene.AcceptsAsync(Mint.Channel.Strike(scene.Claims(), algorithm));
    }

    [Theory]
    [InlineData("none", "TokenMalformed")]
    [InlineData("HS256", "AlgorithmRefused")]
    [InlineData("PS256", "AlgorithmRefused")]
    public async Task No_other_algorithm_is_accepted(string algorithm, string code)
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, code, Mint.Channel.Strike(scene.Claims(), algorithm));
    }

    [Fact]
    public async Task Alg_none_is_refused_with_a_signature_too()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "AlgorithmRefused", Mint.Channel.Strike(scene.Claims(), header: h => h["alg"] = "none"));
        await scene.RefusesAsync(401, "AlgorithmRefused", Mint.Channel.Strike(scene.Claims(), header: h => h["alg"] = "rs256"));
        await scene.RefusesAsync(401, "AlgorithmRefused", Mint.Channel.Strike(scene.Claims(), header: h => h.Remove("alg")));
    }

    [Fact]
    public async Task The_algorithm_that_is_named_is_the_one_that_counts()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "SignatureWrong", Mint.Channel.Strike(scene.Claims(), "RS256", h => h["alg"] = "RS512"));
    }

    [Fact]
    public async Task A_signature_by_anybody_else_is_refused()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "SignatureWrong", Mint.Stranger.Strike(scene.Claims(), header: h => h["kid"] = Mint.Channel.KeyId));
        await scene.RefusesAsync(401, "KeyUnknown", Mint.Stranger.Strike(scene.Claims()));
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_counts_for_nothing()
    {
        await using var scene = await Scene.SetAsync();
        await scene.RefusesAsync(401, "KeyUnknown", Mint.Stranger.Strike(scene.Claims(), header: h => h["jwk"] = Mint.Stranger.Jwk(null, "msteams")));
        await scene.RefusesAsync(401, "SignatureWrong", Mint.Stranger.Strike(scene.Claims(), header: h =>
            (h["kid"], h["jku"], h["jwk"]) = (Mint.Channel.KeyId, "https://evil.example/keys", Mint.Stranger.Jwk())));
    }

    [Fact]
    public async Task A_payload_that_was_changed_is_refused()
    {
        await using var scene = await Scene.SetAsync();
        var parts = scene.Token().Split('.');
        var other = scene.Token(c => c["extra"] = 1).Split('.');
        await scene.RefusesAsync(401, "SignatureWrong", $"{parts[0]}.{other[1]}.{parts[2]}");
        await scene.RefusesAsync(401, "TokenMalformed", $"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_without_a_key_id_is_refused_also_when_a_published_key_has_none()
    {
        await using var scene = await Scene.SetAsync();
        var nameless = Mint.Channel.Jwk(null, "msteams");
        nameless.Remove("kid");
        scene.Microsoft.KeySet.Add(nameless);
        await scene.RefusesAsync(401, "KeyMissing", Mint.Channel.Strike(scene.Claims(), header: h => h.Remove("kid")));
        await scene.RefusesAsync(401, "KeyMissing", Mint.Channel.Strike(scene.Claims(), header: h => h["kid"] = ""));
        await scene.RefusesAsync(401, "KeyMissing", Mint.Channel.Strike(scene.Claims(), header: h => h["kid"] = new JsonArray(Mint.Channel.KeyId)));
    }
}
