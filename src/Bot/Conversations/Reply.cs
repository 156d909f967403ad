using System.Collections.Immutable;
using Knowledge.Notices;

namespace Bot.Conversations;

/// <summary>One message of the bot, written once in markdown and fitted to each channel.</summary>
public sealed record Reply(string Markdown, Outcome Outcome)
{
    /// <summary>The sections that it was taken from, also where they record that nothing is said.</summary>
    public ImmutableArray<SectionAddress> Sections { get; init; } = [];

    public ImmutableArray<Citation> Citations { get; init; } = [];

    public ImmutableArray<Button> Buttons { get; init; } = [];

    /// <summary>The change that it tells, where nobody has asked for it just now; null otherwise.</summary>
    public ChangeNotice? Change { get; init; }
}
