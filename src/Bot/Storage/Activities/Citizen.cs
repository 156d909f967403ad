namespace Bot.Storage.Activities;

/// <summary>Whom a conversation on a channel is with: enough to begin it when he writes for the first time, and to write back.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="User">The citizen's id there.</param>
/// <param name="Address">Where replies go, as the channel notes it for itself; null where the user's id is enough.</param>
public sealed record Citizen(string Channel, string User, string? Address = null);
