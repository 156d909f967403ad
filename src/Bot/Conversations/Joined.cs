namespace Bot.Conversations;

/// <summary>The citizen opened the conversation.</summary>
/// <param name="IsAsked">Whether he pressed a button to begin, and so waits for a word even when he knows us.</param>
public sealed record Joined(DateTimeOffset At, bool IsAsked = false) : Turn(At);
