namespace Bot.Conversations;

/// <summary>The citizen sent something that is not text.</summary>
/// <param name="Kind">What it is, as the channel calls it: "image", "audio", "sticker", "location" …; empty when it does not say.</param>
public sealed record Attached(DateTimeOffset At, string Kind = "") : Turn(At);
