using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// The one SQLite file: many readers and one writer, which commits what has gathered meanwhile in one durable transaction,
/// so that the cost of a flush is shared between conversations.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writing;

    /// <summary>Opens the file "bot.db" in a folder, made if need be, and brings its tables up to date.</summary>
    public Database(string folder)
    {
        Directory.CreateDirectory(folder);
        // The session pools its own connections; the provider's pool would keep the file open after disposal.
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bot.db"), Pooling = false }.ToString();
        var writer = Open();
        Schema.Apply(writer);
        writing = Task.Factory.StartNew(() => Write(writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Reads from the last committed state.</summary>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        if (!readers.TryTake(out var session)) session = Open();
        try
        {
            return work(session);
        }
        finally
        {
            readers.Add(session);
        }
    }

    /// <summary>Runs work in a durable transaction, alone; done when it is on disk. An exception of the work undoes that work only.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work)
    {
        var item = new Work<T>(work);
        if (!queue.Writer.TryWrite(item)) throw new ObjectDisposedException(nameof(Database));
        return item.Done;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!queue.Writer.TryComplete()) return;
        await writing;
        while (readers.TryTake(out var session)) session.Dispose();
    }

    private SqliteSession Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var session = new SqliteSession(connection);
        // FULL: a commit that was acknowledged survives the loss of power, not only of the process.
        session.Execute("PRAGMA journal_mode = WAL");
        session.Execute("PRAGMA synchronous = FULL");
        session.Execute("PRAGMA busy_timeout = 5000");
        session.Execute("PRAGMA foreign_keys = ON");
        return session;
    }

    private void Write(SqliteSession writer)
    {
        const int mostInOneCommit = 256;
        var batch = new List<Work>(mostInOneCommit);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < mostInOneCommit && queue.Reader.TryRead(out var work)) batch.Add(work);
            Commit(writer, batch);
            batch.Clear();
        }
        writer.Dispose();
    }

    private static void Commit(SqliteSession writer, List<Work> batch)
    {
        try
        {
            writer.Execute("BEGIN IMMEDIATE");
            foreach (var work in batch) work.Run(writer);
            writer.Execute("COMMIT");
        }
        catch (SqliteException error)
        {
            // The whole batch is undone: disk full, file locked by another program. Nothing was acknowledged yet.
            try { writer.Execute("ROLLBACK"); }
            catch (SqliteException) { /* SQLite has already rolled back by itself. */ }
            foreach (var work in batch) work.Fail(error);
        }
        foreach (var work in batch) work.Complete();
    }

    /// <summary>One piece of work that waits for the writer.</summary>
    private abstract class Work
    {
        public abstract void Run(SqliteSession session);

        public abstract void Fail(Exception error);

        public abstract void Complete();
    }

    private sealed class Work<T>(Func<SqliteSession, T> work) : Work
    {
        // Continuations run elsewhere: the writer must not do its callers' work.
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? failure;

        public Task<T> Done => done.Task;

        public override void Run(SqliteSession session)
        {
            session.Execute("SAVEPOINT work");
            try
            {
                result = work(session);
            }
            catch (Exception error)
            {
                failure = error;
                session.Execute("ROLLBACK TO work");
            }
            session.Execute("RELEASE work");
        }

        public override void Fail(Exception error) => failure = error;

        public override void Complete()
        {
            if (failure is not null) done.SetException(failure);
            else done.SetResult(result!);
        }
    }
}
