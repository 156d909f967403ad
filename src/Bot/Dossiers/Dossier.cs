using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bot.Dossiers;

/// <summary>A dossier as its source knows it; moments are Vietnam's, names and numbers are never shown whole.</summary>
public sealed record Dossier
{
    /// <summary>The code in its normal form.</summary>
    public required string Code { get; init; }

    /// <summary>The other code that the same dossier has in another system; null where it has one only.</summary>
    public string? OtherCode { get; init; }

    /// <summary>The procedure's own code ("1.012289"); null where the source does not say.</summary>
    public string? ProcedureCode { get; init; }

    public required string Procedure { get; init; }

    public required string Applicant { get; init; }

    /// <summary>The national state, 1 to 10; null where the source has its own.</summary>
    public int? State { get; init; }

    /// <summary>Whether its source says 9 (done) of what waits for papers or money or was stopped, too, so that nothing is to be concluded from it.</summary>
    public bool MayBeOpen { get; init; }

    /// <summary>The state in the source's words.</summary>
    public required string StateLabel { get; init; }

    public VietnamMoment? Submitted { get; init; }

    public VietnamMoment? Received { get; init; }

    public VietnamMoment? Due { get; init; }

    /// <summary>When the work on it ended: what decides whether it was late.</summary>
    public VietnamMoment? Finished { get; init; }

    /// <summary>When the result was handed over.</summary>
    public VietnamMoment? Returned { get; init; }

    /// <summary>Who works on it.</summary>
    public string? Unit { get; init; }

    /// <summary>The office's own note for the citizen.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the result comes by post; null where the source does not say.</summary>
    public bool? IsByPost { get; init; }

    /// <summary>What was asked to be added, the latest last.</summary>
    public ImmutableArray<Supplement> Supplements { get; init; } = [];

    /// <summary>What is to be paid.</summary>
    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>Changes when other numbers prove it than before, which may mean another owner; not stored with it.</summary>
    [JsonIgnore]
    public string? Owner { get; init; }

    /// <summary>When the result is due: by the last supplement's new date, where there is one.</summary>
    [JsonIgnore]
    public VietnamMoment? DueNow => Supplements.LastOrDefault(s => s.NewDue is not null)?.NewDue ?? Due;

    /// <summary>When the source said so.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>An invented dossier to try the assistant with.</summary>
    public bool IsSample { get; init; }
}
