using System.Collections.Immutable;
using Bot.Content;
using Knowledge.Notices;

namespace Bot.Staff.Notices;

/// <summary>The content as it would be by publishing, and what is wrong in the notice itself.</summary>
public sealed record Candidate(Edition Edition, ImmutableArray<Fault> Faults)
{
    /// <summary>Whether the notice could be published: warnings do not keep it.</summary>
    public bool IsGood => Faults.All(fault => fault.IsWarning);
}
