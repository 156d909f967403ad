using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.Connector.Access.Keys;

/// <summary>A public key of whoever signs tokens, with the channels that it speaks for and the issuer that it is bound to, if any.</summary>
internal sealed record SigningKey(string Id, RsaSecurityKey Key, FrozenSet<string> Endorsements, string? Issuer)
{
    // Below, it can be broken; above, checking costs what an attacker would like it to.
    private const int LeastBytes = 2048 / 8;
    private const int MostBytes = 8192 / 8;
    private const int MostKeys = 200;

    /// <summary>The usable keys of a JSON Web Key Set; the first of an id counts.</summary>
    public static FrozenDictionary<string, SigningKey> ReadAll(JsonElement set)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (set.ValueKind == JsonValueKind.Object && set.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array)
            foreach (var entry in list.EnumerateArray().Take(MostKeys))
                if (Read(entry) is { } key) keys.TryAdd(key.Id, key);
        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether the key may sign for an issuer; "{tenantid}" stands for every tenant.</summary>
    public bool Serves(string issuer) => Issuer is null || Issuer.Contains("{tenantid}", StringComparison.OrdinalIgnoreCase) || Issuer == issuer;

    private static SigningKey? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Text(entry, "kty") != "RSA" || Text(entry, "use") is not (null or "sig")) return null;
        if (Text(entry, "kid") is not { Length: > 0 and <= 200 } id || Number(entry, "n") is not { } modulus || Number(entry, "e") is not { } exponent) return null;
        if (modulus.Length is < LeastBytes or > MostBytes || exponent.Length > 4 || (exponent[^1] & 1) == 0 || exponent is [1] or [3]) return null;
        var key = new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) { KeyId = id };
        return new SigningKey(id, key, Endorsed(entry), Text(entry, "issuer"));
    }

    private static FrozenSet<string> Endorsed(JsonElement entry) =>
        entry.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A leading zero is not part of the number.
    private static byte[]? Number(JsonElement entry, string name)
    {
        if (Text(entry, name) is not { } text) return null;
        try
        {
            return Base64UrlEncoder.DecodeBytes(text) is { Length: > 0 } bytes && bytes.AsSpan().TrimStart((byte)0) is { Length: > 0 } number ? number.ToArray() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
