using System.Buffers.Text;
using System.Security.Cryptography;

namespace StandIns.Connector;

/// <summary>One key with which the service vouches; the endorsements are the channels for which it may, null when the key says none.</summary>
public sealed class SigningKey(string id, IReadOnlyList<string>? endorsements) : IDisposable
{
    public string Id => id;

    public IReadOnlyList<string>? Endorsements => endorsements;

    public RSA Rsa { get; } = RSA.Create(2048);

    /// <summary>The public half as text, as an attacker would get it.</summary>
    public string PublicPem => Rsa.ExportSubjectPublicKeyInfoPem();

    public void Dispose() => Rsa.Dispose();

    internal Dictionary<string, object> Published()
    {
        var numbers = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (endorsements is not null) key["endorsements"] = endorsements;
        return key;
    }
}
