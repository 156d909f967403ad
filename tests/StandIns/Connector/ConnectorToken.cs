using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StandIns.Connector;

/// <summary>A token that the connector vouches with, every part of which can be wrong; a null claim is left out.</summary>
public sealed record ConnectorToken(SigningKey Key)
{
    public string? Issuer { get; init; } = "https://api.botframework.com";

    public string? Audience { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>The name of the claim for the service's address.</summary>
    public string ServiceUrlClaim { get; init; } = "serviceurl";

    public string? ServiceUrl { get; init; }

    /// <summary>What the header says: RS256, RS384, RS512, PS256, HS256 (keyed with the public key's text) or none.</summary>
    public string Algorithm { get; init; } = "RS256";

    /// <summary>The key's id in the header; by itself that of the key that signs.</summary>
    public string? KeyId { get; init; } = Key.Id;

    /// <summary>Is one bit of the signature turned?</summary>
    public bool BreaksSignature { get; init; }

    /// <summary>Is a claim changed after signing?</summary>
    public bool ChangesAfterSigning { get; init; }

    /// <summary>Further claims, for example appid, azp, ver and tid of the emulator's tokens.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>The compact form, as it stands after "Bearer".</summary>
    public string Write()
    {
        var header = new Dictionary<string, object> { ["typ"] = "JWT", ["alg"] = Algorithm };
        if (KeyId is not null) (header["kid"], header["x5t"]) = (KeyId, KeyId);
        var signed = Part(header) + "." + Part(Payload(Audience));
        var signature = Sign(Encoding.ASCII.GetBytes(signed));
        if (BreaksSignature && signature.Length > 0) signature[signature.Length / 2] ^= 1;
        if (ChangesAfterSigning) signed = Part(header) + "." + Part(Payload(Audience + " "));
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    private Dictionary<string, object> Payload(string? audience)
    {
        var payload = new Dictionary<string, object>();
        foreach (var (name, value) in Claims) payload[name] = value;
        if (Issuer is not null) payload["iss"] = Issuer;
        if (audience is not null) payload["aud"] = audience;
        if (NotBefore is { } from) payload["nbf"] = from.ToUnixTimeSeconds();
        if (Expires is { } to) payload["exp"] = to.ToUnixTimeSeconds();
        if (ServiceUrl is not null) payload[ServiceUrlClaim] = ServiceUrl;
        return payload;
    }

    private byte[] Sign(byte[] signed) => Algorithm switch
    {
        "RS256" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key.PublicPem), signed),
        _ => [],
    };

    private static string Part(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
