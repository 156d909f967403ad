using System.Security.Cryptography;

namespace Bot.Channels.DirectLine.Access;

/// <summary>New ids that nobody can guess.</summary>
internal static class Ids
{
    /// <summary>What the ids of users start with that only a token may carry.</summary>
    public const string TokenUser = "dl_";

    /// <summary>Letters only: a run of digits would look like somebody's number and be masked in the log.</summary>
    public static string Conversation() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 28);

    public static string User() => TokenUser + Guid.NewGuid().ToString("N");
}
