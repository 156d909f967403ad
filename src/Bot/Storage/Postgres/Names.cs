using System.Threading.Channels;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// The names that this node holds, as advisory locks of one connection: when the node dies they are free at once, without a clock. What is asked
/// while the server is being asked goes there together the next time.
/// </summary>
internal sealed class Names : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    private readonly NpgsqlDataSource source;
    private readonly Channel<Wish> queue = Channel.CreateUnbounded<Wish>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task working;
    private NpgsqlConnection? connection;

    public Names(NpgsqlDataSource source)
    {
        this.source = source;
        working = Task.Run(WorkAsync);
    }

    private bool IsOpen => connection is { State: System.Data.ConnectionState.Open };

    public async ValueTask<Hold?> HoldAsync(string name)
    {
        var wish = new Wish(name, null);
        if (!queue.Writer.TryWrite(wish)) throw new ObjectDisposedException(nameof(Names));
        return await wish.Done.Task is { } holder ? new Hold(() => ReleaseAsync(holder, name)) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (queue.Writer.TryComplete()) await working;
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
    }

    private async ValueTask ReleaseAsync(NpgsqlConnection holder, string name)
    {
        var wish = new Wish(name, holder);
        // After the end nothing is held any more.
        if (queue.Writer.TryWrite(wish)) await wish.Done.Task;
    }

    private async Task WorkAsync()
    {
        var wishes = new List<Wish>(MostAtOnce);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (wishes.Count < MostAtOnce && queue.Reader.TryRead(out var wish)) wishes.Add(wish);
            var isKept = IsOpen;
            try
            {
                try
                {
                    await GrantAsync(wishes);
                }
                catch (NpgsqlException) when (isKept && !IsOpen)
                {
                    // Cut while nobody looked: a new one can hold names as well.
                    await GrantAsync(wishes);
                }
            }
            catch (Exception error)
            {
                // It may have come half way: names that nobody knows he has would be held until the node ends. With the connection they all are
                // free, and whoever releases one has what he wants.
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
                foreach (var wish in wishes)
                    if (wish.Holder is null) wish.Done.TrySetException(error);
                    else wish.Done.TrySetResult(null);
            }
            wishes.Clear();
        }
    }

    private async Task GrantAsync(List<Wish> wishes)
    {
        if (!IsOpen)
        {
            // A new connection holds nothing: whoever thinks he holds a name finds out when he wants to commit.
            if (connection is not null) await connection.DisposeAsync();
            connection = await source.OpenConnectionAsync();
        }
        var holder = connection!;
        // On a newer connection than its own a name is somebody else's by now.
        var released = wishes.Where(wish => wish.Holder == holder).Select(wish => wish.Name).ToArray();
        var asked = wishes.Where(wish => wish.Holder is null).ToArray();
        await using var batch = new NpgsqlBatch(holder)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SELECT pg_advisory_unlock(hashtextextended(name, 1)) FROM unnest($1) AS name") { Parameters = { new NpgsqlParameter { Value = released } } },
                new NpgsqlBatchCommand("SELECT pg_try_advisory_lock(hashtextextended(name, 1)) FROM unnest($1) AS name") { Parameters = { new NpgsqlParameter { Value = asked.Select(wish => wish.Name).ToArray() } } },
            },
        };
        var granted = new List<bool>(asked.Length);
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
            }
            await reader.NextResultAsync();
            while (await reader.ReadAsync()) granted.Add(reader.GetBoolean(0));
        }
        for (var i = 0; i < asked.Length; i++) asked[i].Done.TrySetResult(granted[i] ? holder : null);
        foreach (var wish in wishes.Where(wish => wish.Holder is not null)) wish.Done.TrySetResult(null);
    }

    /// <summary>A name that somebody wants to hold, or, with the connection that holds it, to release; done with the connection that holds it now.</summary>
    private sealed record Wish(string Name, NpgsqlConnection? Holder)
    {
        public TaskCompletionSource<NpgsqlConnection?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
