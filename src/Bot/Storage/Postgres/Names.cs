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
            return await AskAsync("SELECT pg_try_advisory_lock(hashtextextended($1, 1))", name) ? new Hold(() => ReleaseAsync(name)) : null;
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        gate.Dispose();
    }

    private async ValueTask ReleaseAsync(string name)
    {
        await gate.WaitAsync();
        try
        {
            await AskAsync("SELECT pg_advisory_unlock(hashtextextended($1, 1))", name);
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

    private async Task<bool> AskAsync(string sql, string name)
    {
        if (connection is null || connection.State != System.Data.ConnectionState.Open)
        {
            // A new connection holds nothing: whoever thinks he holds a name finds out when he wants to commit.
            if (connection is not null) await connection.DisposeAsync();
            connection = await source.OpenConnectionAsync();
        }
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = name } } };
        return await command.ExecuteScalarAsync() is true;
    }
}
