using System.Collections.Immutable;

namespace Bot.Channels.Fitting;

/// <summary>One message to send: a text that is never empty, and the buttons below it.</summary>
public sealed record Piece(string Text, ImmutableArray<Choice> Choices, ImmutableArray<Link> Links);
