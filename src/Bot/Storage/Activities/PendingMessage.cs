namespace Bot.Storage.Activities;

/// <summary>A message of a citizen that no turn has answered yet, with the state of its conversation.</summary>
/// <param name="Sender">The keyed hash of who sent it, for the limits on guessing.</param>
/// <param name="State">What is remembered of the conversation, as it is stored.</param>
/// <param name="Address">Where replies go, as the channel notes it.</param>
public sealed record PendingMessage(string Conversation, string Channel, string User, long Seq, byte[] Json, byte[]? Sender, string State, string? Address = null)
{
    /// <summary>The message's id on the wire.</summary>
    public string Id => ActivityLog.ActivityId(Conversation, Seq);
}
