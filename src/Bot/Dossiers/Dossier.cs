namespace Bot.Dossiers;

/// <summary>A dossier as its source knows it; dates are days in Vietnam, names and numbers are never shown whole.</summary>
public sealed record Dossier
{
    /// <summary>The code in its normal form.</summary>
    public required string Code { get; init; }

    public required string Procedure { get; init; }

    public required string Applicant { get; init; }

    /// <summary>The national state, 1 to 10; null where the source has its own.</summary>
    public int? State { get; init; }

    /// <summary>The state in the source's words.</summary>
    public required string StateLabel { get; init; }

    public DateOnly? Received { get; init; }

    public DateOnly? Due { get; init; }

    public string? Unit { get; init; }

    public string? Note { get; init; }

    /// <summary>An invented dossier to try the assistant with.</summary>
    public bool IsSample { get; init; }
}
