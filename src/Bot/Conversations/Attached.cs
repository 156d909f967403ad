namespace Bot.Conversations;

/// <summary>The citizen sent something that is not text: a picture, a voice note, a sticker.</summary>
public sealed record Attached(DateTimeOffset At) : Turn(At);
