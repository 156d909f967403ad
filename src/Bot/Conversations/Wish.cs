namespace Bot.Conversations;

/// <summary>A question whose answer the citizen has asked to be told, once there is one.</summary>
/// <param name="Seq">Its place in the log.</param>
/// <param name="Text">What is kept of it, without personal data.</param>
/// <param name="Until">When the wish ends by itself.</param>
public sealed record Wish(long Seq, string Text, DateTimeOffset Until);
