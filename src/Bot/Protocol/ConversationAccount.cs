namespace Bot.Protocol;

/// <summary>The conversation that an activity belongs to.</summary>
public sealed record ConversationAccount(string? Id);
