namespace Bot.Storage;

/// <summary>The store: one SQLite file of one process, or one PostgreSQL database that several processes (nodes) share.</summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Names this run of this process: what an earlier run or another node began is told from what we began.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Called with what another node has told.</summary>
    public event Action<string>? Told;

    /// <summary>Whether limits and wake-up calls have to reach other nodes, too.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Reads from the last committed state.</summary>
    public abstract T Read<T>(Func<Session, T> work);

    /// <summary>Runs work in a durable transaction; done when it is on disk. An exception of the work undoes that work only. It may be run again after a clash with another node.</summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, T> work);

    /// <summary>Holds a name for this process alone; null while another one has it. Within a process the caller sees to it himself.</summary>
    public abstract ValueTask<Hold?> HoldAsync(string name);

    /// <summary>The same, but also against a command that works beside the server on its file; for rare and long work.</summary>
    public virtual ValueTask<Hold?> HoldAgainstAllAsync(string name) => HoldAsync(name);

    /// <summary>Tells the other nodes, soon and without a promise, that a conversation has something new.</summary>
    public abstract void Tell(string conversation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Passes on what another node has told.</summary>
    protected void Hear(string conversation) => Told?.Invoke(conversation);
}
