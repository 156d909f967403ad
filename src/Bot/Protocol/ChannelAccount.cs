namespace Bot.Protocol;

/// <summary>Who sends or receives an activity; the role is "bot" or "user".</summary>
public sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null);
