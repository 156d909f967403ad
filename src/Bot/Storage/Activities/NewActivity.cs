namespace Bot.Storage.Activities;

/// <summary>An activity that is to be logged.</summary>
/// <param name="Body">Its JSON, without id and timestamp: both come from its place in the log.</param>
public sealed record NewActivity(byte[] Body)
{
    /// <summary>The sender's own id of it: the same again in the same conversation is the same activity.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whether it waits for a turn.</summary>
    public bool IsPending { get; init; }

    /// <summary>The keyed hash of who sent it, for the limits on guessing; kept only as long as it waits.</summary>
    public byte[]? Sender { get; init; }

    /// <summary>When the citizen did this, where it opens the channel's window for us; null where it does not.</summary>
    public DateTimeOffset? Heard { get; init; }
}
