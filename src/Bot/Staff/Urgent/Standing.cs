using System.Collections.Immutable;
using Bot.Conversations;

namespace Bot.Staff.Urgent;

/// <summary>What staff have set for everybody, as it was read at one moment.</summary>
/// <param name="Banners">Those that are not over, the latest set first.</param>
/// <param name="Off">The channels on which the assistant is switched off.</param>
public sealed record Standing(ImmutableArray<Banner> Banners, ImmutableDictionary<string, SwitchedOff> Off)
{
    /// <summary>The banner that is told at a moment: of those that hold, the one that was set last.</summary>
    public Banner? BannerAt(DateTimeOffset moment) => Banners.FirstOrDefault(banner => banner.HoldsAt(moment));
}
