using System.Collections.Immutable;

namespace Bot.Content.Gate;

/// <summary>What publishing would change, the losses first.</summary>
/// <param name="Changes">The changes; of each kind the most frequent question first.</param>
/// <param name="Examples">How many example questions were asked.</param>
/// <param name="RightNow">How many of them are right now, each without its own wording.</param>
/// <param name="RightThen">How many would be.</param>
/// <param name="Recorded">How many different recorded questions were asked.</param>
public sealed record GateReport(ImmutableArray<Change> Changes, int Examples, int RightNow, int RightThen, int Recorded)
{
    /// <summary>What a publisher has to tick, one by one.</summary>
    public IEnumerable<Change> Losses => Changes.Where(change => change.IsLoss);

    /// <summary>The losses that are not ticked: by their ids, as whoever ticked has seen them.</summary>
    public ImmutableArray<Change> Unticked(IReadOnlySet<string> ticks) => [.. Losses.Where(loss => !ticks.Contains(loss.Id))];

    /// <summary>Whether it may be published with these ticks.</summary>
    public bool IsPassed(IReadOnlySet<string> ticks) => Unticked(ticks).IsEmpty;
}
