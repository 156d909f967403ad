using Bot.Content.Gate;
using Bot.Staff.Notices;

namespace Bot.Staff.Publishing;

/// <summary>A draft as it would be published, and what stands in its way.</summary>
/// <param name="Latest">The version that answers now; null where there is none.</param>
/// <param name="Base">The version that the draft began with; null where it is not known.</param>
/// <param name="Report">What the gate says; null where there was no need to ask it: the draft is faulty or in clash.</param>
public sealed record PublishTrial(Draft Draft, NoticeVersion? Latest, NoticeVersion? Base, Candidate Candidate, GateReport? Report)
{
    /// <summary>Whether the notice was published anew since the draft was begun.</summary>
    public bool IsClash => IsBehind(Draft, Latest);

    /// <summary>Whether a draft did not begin with the version that answers now.</summary>
    public static bool IsBehind(Draft draft, NoticeVersion? latest) => draft.Base != latest?.Mark;
}
