using System.Security.Cryptography;
using Bot.Storage;

namespace Bot.Dossiers;

/// <summary>What proves whose a dossier is: keyed hashes of the last four digits of its phone and identity number, null where the source has none.</summary>
public sealed record OwnerProof(byte[]? Phone, byte[]? Identity)
{
    /// <summary>Compared with where there is nothing, so that the work is the same; no hash is all zeros.</summary>
    public static readonly byte[] Nobody = new byte[32];

    /// <summary>What is stored in place of the last four digits of a phone or identity number.</summary>
    public static byte[] Verifier(KeyedHash hash, string code, string digits) => hash.Of("verifier", code + ":" + digits);

    /// <summary>Of a dossier that does not exist.</summary>
    public static OwnerProof None { get; } = new(null, null);

    /// <summary>Names the owner: another one when other numbers prove it.</summary>
    public string Owner => Convert.ToHexStringLower(SHA256.HashData([.. Phone ?? Nobody, .. Identity ?? Nobody]).AsSpan(0, 8));

    /// <summary>The last four digits of a number as sources write it; null where its end is not told ("09123****"): that proves nothing.</summary>
    public static string? End(string? number)
    {
        var bare = string.Concat((number ?? "").Where(letter => letter is not (' ' or '.' or '-')));
        return bare.Length >= 4 && bare[^4..].All(char.IsAsciiDigit) ? bare[^4..] : null;
    }

    /// <summary>Of the numbers as the source writes them, which are not kept.</summary>
    public static OwnerProof Of(KeyedHash hash, string code, string? phone, string? identity) => new(Hashed(hash, code, phone), Hashed(hash, code, identity));

    /// <summary>Whether the verifier is the end of either number; null: who asks has proven it before.</summary>
    public bool IsMetBy(KeyedHash hash, string code, string? verifier)
    {
        var given = Verifier(hash, code, verifier ?? "");
        // Both, always: neither whether there is such a dossier nor which number it has may show in the time.
        return IsEqual(given, Phone) | IsEqual(given, Identity) | verifier is null;
    }

    private static bool IsEqual(byte[] given, byte[]? kept) => CryptographicOperations.FixedTimeEquals(given, kept ?? Nobody);

    private static byte[]? Hashed(KeyedHash hash, string code, string? number) => End(number) is { } digits ? Verifier(hash, code, digits) : null;
}
