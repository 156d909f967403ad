using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.Connector;

/// <summary>Strikes tokens with one key, good ones and such as no issuer would.</summary>
internal sealed class Mint(string keyId, int bits = 2048)
{
    private readonly RSA rsa = RSA.Create(bits);

    /// <summary>The key that channels sign with, and one that nobody published.</summary>
    public static Mint Channel { get; } = new("channel-key");

    public static Mint Stranger { get; } = new("stranger-key");

    public string KeyId => keyId;

    public string PublicPem => rsa.ExportSubjectPublicKeyInfoPem();

    public JsonObject Jwk(string? id = null, params string[] endorsements)
    {
        var numbers = rsa.ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id ?? keyId, ["n"] = Encode(numbers.Modulus!), ["e"] = Encode(numbers.Exponent!) };
        if (endorsements.Length > 0) jwk["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        return jwk;
    }

    public string Strike(JsonObject claims, string algorithm = "RS256", Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId };
        header?.Invoke(head);
        return Strike(head.ToJsonString(), claims.ToJsonString(), algorithm);
    }

    /// <summary>A token of these very letters.</summary>
    public string Strike(string header, string payload, string algorithm = "RS256")
    {
        var signed = Encode(Encoding.UTF8.GetBytes(header)) + "." + Encode(Encoding.UTF8.GetBytes(payload));
        return signed + "." + Sign(Encoding.ASCII.GetBytes(signed), algorithm);
    }

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private string Sign(byte[] data, string algorithm) => algorithm switch
    {
        "none" => "",
        // The classic forgery: the public key taken for a shared secret.
        "HS256" => Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(PublicPem), data)),
        "PS256" => Encode(rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        _ => Encode(rsa.SignData(data, new HashAlgorithmName("SHA" + algorithm[2..]), RSASignaturePadding.Pkcs1)),
    };
}
