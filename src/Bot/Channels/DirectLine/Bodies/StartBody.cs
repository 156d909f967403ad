using Bot.Protocol;

namespace Bot.Channels.DirectLine.Bodies;

/// <summary>What a caller says when it asks for a token or a conversation: for whom, and from which websites.</summary>
public sealed record StartBody(ChannelAccount? User = null, string[]? TrustedOrigins = null);
