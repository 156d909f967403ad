namespace Bot.Storage.Activities;

/// <summary>What became of an activity that was to be logged: its id, and whether it stood there already.</summary>
public sealed record Receipt(string Id, bool Repeated)
{
    /// <summary>The message as its turn needs it, when it is the conversation's next; so nobody has to read what was just written.</summary>
    public PendingMessage? Next { get; init; }
}
