namespace Bot.Protocol;

/// <summary>The buttons below the last message; with no one in <see cref="To"/> they are for everybody.</summary>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions, IReadOnlyList<string>? To = null);
