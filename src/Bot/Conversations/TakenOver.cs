namespace Bot.Conversations;

/// <summary>A person of the department has written to the citizen.</summary>
/// <param name="Until">Until when the bot leaves the conversation to people.</param>
public sealed record TakenOver(DateTimeOffset At, DateTimeOffset Until) : Turn(At);
