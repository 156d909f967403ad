namespace Bot.Conversations;

/// <summary>The citizen wrote something, or pressed a button, which says the same as writing it.</summary>
public sealed record Said(DateTimeOffset At, string Text) : Turn(At);
