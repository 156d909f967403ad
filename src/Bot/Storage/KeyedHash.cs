using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>Turns what must not be stored as itself (an address, a code, a verifier) into something that can still be compared.</summary>
public sealed class KeyedHash(Keys keys)
{
    private readonly byte[] key = keys.Get("hash");

    /// <summary>The hash of a text; the purpose keeps the hashes of two uses from ever being equal.</summary>
    public byte[] Of(string purpose, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose + "\n" + text));
}
