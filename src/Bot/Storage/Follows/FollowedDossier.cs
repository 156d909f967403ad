namespace Bot.Storage.Follows;

/// <summary>A dossier that a conversation follows, by its code.</summary>
public readonly record struct FollowedDossier(string Conversation, string Code);
