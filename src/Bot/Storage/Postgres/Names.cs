using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>The names that this node holds, as advisory locks of one connection: when the node dies they are free at once, without a clock.</summary>
internal sealed class Names(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private NpgsqlConnection? connection;

    public async ValueTask<Hold?> HoldAsync(string name)
    {
        await gate.WaitAsync();
        try
        {
            var isKept = IsOpen;
            try
            {
                return await TryAsync(name);
            }
            catch (NpgsqlException) when (isKept && !IsOpen)
            {
                // Cut while nobody looked: a new one can hold names as well.
                return await TryAsync(name);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever is just asking is let finish: a connection must not be closed under a command. Who comes later finds that there is nothing to release.
        await gate.WaitAsync();
        try
        {
            if (connection is not null) await connection.DisposeAsync();
            connection = null;
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsOpen => connection is { State: System.Data.ConnectionState.Open };

    private async Task<Hold?> TryAsync(string name)
    {
        if (!IsOpen)
        {
            // A new connection holds nothing: whoever thinks he holds a name finds out when he wants to commit.
            if (connection is not null) await connection.DisposeAsync();
            connection = await source.OpenConnectionAsync();
        }
        var holder = connection!;
        return await AskAsync(holder, "SELECT pg_try_advisory_lock(hashtextextended($1, 1))", name) ? new Hold(() => ReleaseAsync(holder, name)) : null;
    }

    private async ValueTask ReleaseAsync(NpgsqlConnection holder, string name)
    {
        await gate.WaitAsync();
        try
        {
            // On a newer connection the name is somebody else's by now.
            if (holder == connection && IsOpen) await AskAsync(holder, "SELECT pg_advisory_unlock(hashtextextended($1, 1))", name);
        }
        catch (NpgsqlException)
        {
            // With the connection the name is gone, too.
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, string name)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = name } } };
        return await command.ExecuteScalarAsync() is true;
    }
}
