using System.Collections.Immutable;
using Bot.Conversations;
using Bot.Dossiers;

namespace Bot.Dialogs;

/// <summary>A question about a dossier that this conversation has proven: which one, and what is asked ("due", "slow", "unit", "missing", "pay", "state" or everything).</summary>
public sealed record FollowUp(string Code, string Asked)
{
    /// <summary>The whole answer is asked for.</summary>
    public const string Everything = "all";

    // The intents that ask about a dossier without naming it, and what each asks.
    private static readonly ImmutableArray<(string Intent, string Asked)> Intents =
        [("dossier-due", "due"), ("dossier-slow", "slow"), ("dossier-unit", "unit"), ("dossier-missing", "missing"), ("dossier-pay", "pay"), ("dossier-follow-up", "state")];

    private const int MostProven = 5;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Whether a code was proven in this conversation not longer ago than an hour.</summary>
    public static bool IsProven(Conversation conversation, string code, DateTimeOffset at) => conversation.Proven.Any(p => p.Code == code && p.Until > at);

    /// <summary>Whether a dossier that was looked up again is still that of whom it was proven by.</summary>
    public static bool IsStillTheirs(Conversation conversation, Dossier dossier) => conversation.Proven.Any(p => p.Code == dossier.Code && p.Owner == dossier.Owner);

    /// <summary>The code that was proven last in this conversation, not longer ago than an hour; null when none was.</summary>
    public static string? Latest(Conversation conversation, DateTimeOffset at) => conversation.Proven.LastOrDefault(p => p.Until > at)?.Code;

    /// <summary>The conversation after a look-up whose verifier was right; what is asked next leans on it and not on what was asked before.</summary>
    public static Conversation Remembered(Conversation conversation, Dossier dossier, DateTimeOffset at) => Back(conversation) with
    {
        Proven = [.. conversation.Proven.Where(p => p.Until > at && p.Code != dossier.Code).TakeLast(MostProven - 1), new Proven(dossier.Code, dossier.Owner, at + Kept)],
    };

    /// <summary>The conversation after an answer about a dossier: what is asked next leans on that and not on what was asked before.</summary>
    public static Conversation Back(Conversation conversation) => conversation with { LastQuestion = null, LastSection = null };

    /// <summary>Whether a message asks about a dossier without naming it.</summary>
    public static bool IsAsked(Message message) => Intents.Any(one => message.Says(one.Intent));

    /// <summary>The follow-up that a message is; null when it is none, or nothing is proven.</summary>
    public static FollowUp? Of(Conversation conversation, Message message)
    {
        var proven = conversation.Proven.Where(p => p.Until > message.At).ToList();
        if (proven.Count == 0) return null;
        if (message.Says("dossier-other")) return proven.Count > 1 ? new FollowUp(proven[^2].Code, Everything) : null;
        // Other things have been talked of since: then it must say that it means the dossier.
        var isLate = message.Says("dossier-late");
        if (conversation.LastQuestion is not null && !isLate && !message.Says("dossier")) return null;
        if (isLate) return new FollowUp(proven[^1].Code, "slow");
        return Intents.FirstOrDefault(one => message.Says(one.Intent)).Asked is { } asked ? new FollowUp(proven[^1].Code, asked) : null;
    }
}
