using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>
/// The one SQLite file: many readers and one writer, which commits what has gathered meanwhile in one durable transaction,
/// so that the cost of a flush is shared between conversations.
/// </summary>
public sealed class SqliteDatabase : Database
{
    private const int MostInOneCommit = 256;

    // How long to wait for another program that writes to the file, or for the server before us, which may be ending.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What the system says of a file that somebody else has locked: Linux, macOS, Windows. Any other failure must not be told as that.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    private readonly string folder;
    private readonly string connectionString;
    private readonly ConcurrentBag<Session> readers = [];
    // The writer is woken by whoever brings work: a thread of the pool might not be free, when all of them wait for the writer.
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly Task writing;
    private readonly FileStream? alone;
    // Once, and done for whoever else asks for it when it is done.
    private readonly Lazy<Task> ending;

    /// <summary>Opens the file "bot.db" in a folder, made if need be, and brings its tables up to date.</summary>
    /// <param name="isServer">Whether for a server, of which a folder has one at a time: two would both run every turn. Commands work beside it.</param>
    /// <exception cref="InvalidOperationException">Another server has the folder.</exception>
    public SqliteDatabase(string folder, bool isServer = false)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        // Before the tables are brought up to date, which would pull them from under a server of an older version.
        if (isServer) alone = LockPatiently("server") ?? throw new InvalidOperationException("một trợ lý khác đang chạy trên dữ liệu này; hãy dừng nó trước, hoặc chọn thư mục khác.");
        // The session pools its own connections; the provider's pool would keep the file open after disposal.
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bot.db"), Pooling = false }.ToString();
        SqliteSession? writer = null;
        try
        {
            writer = Open();
            Migrate(writer);
        }
        catch
        {
            // Or the files would stay locked by whom they were refused to.
            writer?.Dispose();
            alone?.Dispose();
            throw;
        }
        writer.Execute("PRAGMA busy_timeout = 0");
        ending = new Lazy<Task>(EndAsync);
        writing = Task.Factory.StartNew(() => Write(writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public override bool IsShared => false;

    public override T Read<T>(Func<Session, T> work)
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

    public override Task<T> WriteAsync<T>(Func<Session, T> work)
    {
        var item = new Work<T>(work);
        if (!queue.Writer.TryWrite(item)) throw new ObjectDisposedException(nameof(SqliteDatabase));
        return item.Done;
    }

    // The file belongs to one server: nobody else could have the name.
    public override ValueTask<Hold?> HoldAsync(string name) => new(new Hold(null));

    public override ValueTask<Hold?> HoldAgainstAllAsync(string name) => new(Lock(name) is { } file ? new Hold(file.DisposeAsync) : (Hold?)null);

    public override void Tell(string conversation)
    {
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => new(ending.Value);

    private async Task EndAsync()
    {
        queue.Writer.Complete();
        await writing;
        while (readers.TryTake(out var session)) session.Dispose();
        // Last: the next server may begin now.
        alone?.Dispose();
    }

    private FileStream? LockPatiently(string name)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Lock(name) is { } file) return file;
            if (Stopwatch.GetElapsedTime(began) > Patience) return null;
            Thread.Sleep(50);
        }
    }

    // A file that nobody else has open; null where somebody has. The system lets go of it when the process dies, however it dies. It stays there, for
    // whoever deletes it could delete what another one has just locked.
    private FileStream? Lock(string name)
    {
        try
        {
            return new FileStream(Path.Combine(folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (Taken.Contains(error.HResult))
        {
            return null;
        }
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
        // What a savepoint needs to be undone by: a batch has more of it than SQLite keeps in memory by itself, and was written to files that nobody reads.
        session.Execute("PRAGMA temp_store = MEMORY");
        // What citizens have deleted, or is too old to be kept, must not lie on between the rows.
        session.Execute("PRAGMA secure_delete = ON");
        session.Execute("PRAGMA foreign_keys = ON");
        return session;
    }

    private static void Migrate(SqliteSession session)
    {
        // A command beside the running server, which is still being compiled as it goes, must not keep citizens waiting for nothing.
        if (Version() == Schema.Version) return;
        session.Execute("BEGIN IMMEDIATE");
        var version = Schema.Apply(session, Version(), "bot.db", static step => step);
        session.Execute($"PRAGMA user_version = {version}");
        session.Execute("COMMIT");

        int Version() => Convert.ToInt32(session.Scalar("PRAGMA user_version"));
    }

    private void Write(SqliteSession writer)
    {
        var batch = new List<Work>(MostInOneCommit);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var work)) batch.Add(work);
            Commit(writer, batch);
            batch.Clear();
        }
        writer.Dispose();
    }

    private static void Commit(SqliteSession writer, List<Work> batch)
    {
        try
        {
            writer.Begin(Patience);
            foreach (var work in batch)
            {
                writer.Execute("SAVEPOINT work");
                if (!work.Run(writer)) writer.Execute("ROLLBACK TO work");
                writer.Execute("RELEASE work");
            }
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
}
