using System.Collections.Frozen;

namespace Bot.Channels.Connector.Access.Keys;

/// <summary>Who issues the Emulator's tokens, and the version of token that each writes; fixed, so that no token can add to it.</summary>
internal static class EmulatorIssuers
{
    private static readonly FrozenDictionary<string, string> Public = new Dictionary<string, string>
    {
        ["https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"] = "1.0",
        ["https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"] = "2.0",
        ["https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/"] = "1.0",
        ["https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0"] = "2.0",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Government = new Dictionary<string, string>
    {
        ["https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/"] = "1.0",
        ["https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0"] = "2.0",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The version that an issuer's tokens have; null for whoever issues none of the Emulator's.</summary>
    public static string? Version(string issuer, bool government) => (government ? Government : Public).GetValueOrDefault(issuer);
}
