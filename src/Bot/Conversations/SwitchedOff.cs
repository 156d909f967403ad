namespace Bot.Conversations;

/// <summary>Staff have switched the assistant off on a channel.</summary>
/// <param name="Sentence">What is said there to each message, as plain text; null for the usual sentence.</param>
public sealed record SwitchedOff(string? Sentence, DateTimeOffset Since);
