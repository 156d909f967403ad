using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>One thing that a channel's webhook brought.</summary>
/// <param name="Account">Which of our accounts there it was for: the page, the official account.</param>
/// <param name="Citizen">Whom it is from.</param>
/// <param name="MessageId">The channel's id of it: the same again is the same thing. Null where the channel gives none.</param>
/// <param name="At">When it happened, as the channel says.</param>
/// <param name="Activity">What it is.</param>
public sealed record Arrival(string Account, Citizen Citizen, string? MessageId, DateTimeOffset At, Activity Activity)
{
    /// <summary>Whether the citizen did it himself, so that the channel lets us write to him.</summary>
    public bool IsHeard { get; init; } = true;
}
