namespace Bot.Storage.Activities;

/// <summary>A conversation that exists: whose it is, over which channel, and how far its log goes.</summary>
public sealed record StoredConversation(string Id, string Channel, string User, long LastSeq);
