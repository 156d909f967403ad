using System.Globalization;
using Bot.Delivery;

namespace Bot.Tests.Channels;

/// <summary>What came of an attempt, in the words of the tables.</summary>
internal static class Meaning
{
    public static string Of(Sending sending) => sending switch
    {
        Sending.Later { IsWholeChannel: true, After: { } wait } => "shut " + wait.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        Sending.Later { IsWholeChannel: false } => "later",
        Sending.Unknown => "unknown",
        Sending.Closed => "closed",
        Sending.Refused => "refused",
        _ => sending == Sending.Accepted ? "accepted" : "?",
    };
}
