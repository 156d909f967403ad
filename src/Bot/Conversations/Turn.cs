namespace Bot.Conversations;

/// <summary>One thing that happened in a conversation, and when.</summary>
public abstract record Turn(DateTimeOffset At);
