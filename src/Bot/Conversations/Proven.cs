namespace Bot.Conversations;

/// <summary>A dossier that the citizen has proven to be his, and until when that counts.</summary>
public sealed record Proven(string Code, DateTimeOffset Until);
