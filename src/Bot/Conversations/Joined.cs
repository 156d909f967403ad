namespace Bot.Conversations;

/// <summary>The citizen opened the conversation.</summary>
public sealed record Joined(DateTimeOffset At) : Turn(At);
