namespace Bot.Staff.Audit;

/// <summary>Something that staff did or that was done to an account: names and times, never a password or a code.</summary>
/// <param name="Event">What happened, of <see cref="AuditEvent"/>.</param>
/// <param name="Actor">Who did it; null where nobody is known.</param>
/// <param name="Subject">Whose account it was, or what it was about.</param>
/// <param name="Detail">A role, where that is what changed.</param>
public sealed record AuditEntry(string Event, string? Actor, string? Subject, string? Detail = null)
{
    /// <summary>Who does what the operator does at the command line.</summary>
    public const string Operator = "(staff)";

    /// <summary>Its place in the log, from 1 on.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }
}
