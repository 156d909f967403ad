using Bot.Storage.Activities;

namespace Bot.Storage.Deliveries;

/// <summary>A reply that a channel is to be given, with whom it is for.</summary>
/// <param name="Json">The logged activity.</param>
/// <param name="Parts">Of the messages that it becomes on the channel, how many were accepted already.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Run">Who has begun to send it; null when it surely is not with the channel.</param>
/// <param name="Heard">When the citizen was last heard.</param>
public sealed record QueuedDelivery(
    string Conversation, long Seq, byte[] Json, int Parts, int Tries, DateTimeOffset Due, string? Run, DateTimeOffset Created, Citizen Citizen, DateTimeOffset Heard)
{
    /// <summary>The reply's id on the wire.</summary>
    public string Id => ActivityLog.ActivityId(Conversation, Seq);
}
