using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>One message of the bot, written once in markdown and fitted to each channel.</summary>
public sealed record Reply(string Markdown, Outcome Outcome)
{
    public ImmutableArray<Citation> Citations { get; init; } = [];

    public ImmutableArray<Button> Buttons { get; init; } = [];
}
