namespace Bot.Storage.Activities;

/// <summary>What became of an activity that was to be logged: its id, and whether it stood there already.</summary>
public sealed record Receipt(string Id, bool Repeated);
