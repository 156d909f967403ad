namespace Bot.Delivery;

/// <summary>What came of an attempt to send one message.</summary>
public abstract record Sending
{
    /// <summary>The channel has it.</summary>
    public static Sending Accepted { get; } = new AcceptedCase();

    /// <summary>The channel has it.</summary>
    private sealed record AcceptedCase : Sending;

    /// <summary>The channel surely does not have it, and may take it later.</summary>
    /// <param name="After">When to try again at the earliest; null: by our own reckoning.</param>
    /// <param name="IsWholeChannel">Whether nothing else of its kind need be tried before, to whomever.</param>
    /// <param name="IsBarred">Whether a permission, money or a quota is missing: messages of another kind may do without it.</param>
    public sealed record Later(string Trouble, TimeSpan? After = null, bool IsWholeChannel = false, bool IsBarred = false) : Sending;

    /// <summary>Nobody knows whether the channel has it.</summary>
    public sealed record Unknown(string Trouble) : Sending;

    /// <summary>The channel takes it only after the citizen's next message.</summary>
    public sealed record Closed(string Trouble) : Sending;

    /// <summary>The channel will never take it.</summary>
    public sealed record Refused(string Trouble) : Sending;
}
