using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// A PostgreSQL database that several nodes share. Each writer has a connection of its own and commits one work at a time: row locks keep
/// them apart, and the server shares the flush between them. Names are held as advisory locks, which a dead node loses at once.
/// </summary>
public sealed class PostgresDatabase : Database
{
    private const int Writers = 12;
    private const int MostTries = 5;

    // Taken while the tables are brought up to date, so that nodes that start together do not do it twice.
    private const string Migration = "tro-ly schema";

    private readonly NpgsqlDataSource source;
    private readonly ConcurrentBag<PostgresSession> sessions = [];
    // A writer is woken by whoever brings work: a thread of the pool might not be free, when all of them wait for a writer.
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });
    private readonly Task[] writing;
    private readonly Names names;
    private readonly Wire wire;

    /// <summary>Connects, and brings the tables up to date.</summary>
    public PostgresDatabase(string connectionString, ILogger<PostgresDatabase> logger)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, ApplicationName = "tro-ly", Pooling = false };
        source = NpgsqlDataSource.Create(settings);
        using (var session = Open()) Migrate(session);
        // A reader blocks its thread for a round trip; with two cores' worth of threads the pool would grow too late.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 32), ports);
        writing = [.. Enumerable.Range(0, Writers).Select(_ => Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        names = new Names(source);
        wire = new Wire(source, Run, Hear, logger);
    }

    public override bool IsShared => true;

    public override T Read<T>(Func<Session, T> work)
    {
        while (true)
        {
            var session = Take(out var isKept);
            try
            {
                return work(session);
            }
            catch (NpgsqlException) when (isKept && !session.IsOpen)
            {
                Forget();
            }
            finally
            {
                Return(session);
            }
        }
    }

    public override Task<T> WriteAsync<T>(Func<Session, T> work)
    {
        var item = new Work<T>(work);
        if (!queue.Writer.TryWrite(item)) throw new ObjectDisposedException(nameof(PostgresDatabase));
        return item.Done;
    }

    public override ValueTask<Hold?> HoldAsync(string name) => names.HoldAsync(name);

    public override void Tell(string conversation) => wire.Tell(conversation);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!queue.Writer.TryComplete()) return;
        await Task.WhenAll(writing);
        await wire.DisposeAsync();
        await names.DisposeAsync();
        Forget();
        await source.DisposeAsync();
    }

    private static void Migrate(PostgresSession session)
    {
        using var transaction = session.Connection.BeginTransaction();
        session.Alone(Migration);
        session.Run("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)");
        var before = Convert.ToInt32(session.Scalar("SELECT coalesce(max(version), 0) FROM schema_version"));
        var version = Schema.Apply(session, before, "PostgreSQL", Dialect);
        if (version != before) session.Execute("INSERT INTO schema_version (version) VALUES ($1)", (long)version);
        transaction.Commit();
    }

    private static string Dialect(string step) => step
        .Replace("WITHOUT ROWID", "", StringComparison.Ordinal).Replace("BLOB", "BYTEA", StringComparison.Ordinal).Replace("INTEGER", "BIGINT", StringComparison.Ordinal);

    private void Write()
    {
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (queue.Reader.TryRead(out var work)) Commit(work);
        }
    }

    private void Commit(Work work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var isCut = false;
                var session = Take(out var isKept);
                try
                {
                    if (!session.Transact(work)) isCut = isKept && !session.IsOpen;
                }
                finally
                {
                    Return(session);
                }
                if (isCut) Forget();
                // Undone as a whole by the server, so that it can be done again: another node was in the way, or the connection was gone before the commit.
                if ((isCut || IsClash(work.Failure)) && tries < MostTries) continue;
            }
            catch (PostgresException error) when (IsClash(error) && tries < MostTries)
            {
                // The same, of statements that were put off to the end.
                continue;
            }
            catch (Exception error)
            {
                work.Fail(error);
            }
            work.Complete();
            return;
        }
    }

    private static bool IsClash(Exception? error) => error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private PostgresSession Take(out bool isKept)
    {
        isKept = sessions.TryTake(out var session);
        return isKept ? session! : Open();
    }

    // One that was cut while it lay here shows that only when it is used, and is hardly ever the only one: the server was restarted.
    private void Forget()
    {
        while (sessions.TryTake(out var session)) session.Dispose();
    }

    private void Return(PostgresSession session)
    {
        if (session.IsOpen && !queue.Reader.Completion.IsCompleted) sessions.Add(session);
        else session.Dispose();
    }

    private PostgresSession Open() => new(source.OpenConnection());
}
