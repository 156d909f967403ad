using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Bot.Staff.Accounts;

/// <summary>Codes that change every half minute, as RFC 6238 reckons them and every authenticator app does.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the half minute that a moment lies in.</summary>
    public static long Step(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 30;

    /// <summary>The six digits of a half minute.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // The apps know no other hash; for a code that lives half a minute it will do.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string Address(string issuer, string name, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        BigInteger bits = 0;
        foreach (var letter in secret) bits = (bits << 5) + Alphabet.IndexOf(letter, StringComparison.Ordinal);
        bits >>= secret.Length * 5 % 8;
        for (var i = bytes.Length - 1; i >= 0; i--, bits >>= 8) bytes[i] = (byte)(bits & 255);
        return bytes;
    }
}
