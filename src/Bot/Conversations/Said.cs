namespace Bot.Conversations;

/// <summary>The citizen wrote something, or pressed a button, which says the same as writing it.</summary>
/// <param name="IsTooLong">Whether it is longer than the operator lets anybody read (Limits:MessageLength).</param>
public sealed record Said(DateTimeOffset At, string Text, bool IsTooLong = false) : Turn(At);
