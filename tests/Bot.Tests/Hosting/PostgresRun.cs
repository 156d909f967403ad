using Npgsql;
using StandIns.Postgres;

namespace Bot.Tests.Hosting;

/// <summary>The one PostgreSQL of a test run: it starts when the first test asks for it and goes after the last. Its tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresRun : ICollectionFixture<PostgresRun>, IAsyncLifetime
{
    public const string Name = "PostgreSQL";

    // A fall of the server, unlike one of the machine, loses nothing that was not flushed. Clashes are found soon; there is room for many nodes.
    private static readonly Dictionary<string, string> Settings = new() { ["fsync"] = "off", ["full_page_writes"] = "off", ["deadlock_timeout"] = "50ms", ["max_connections"] = "300" };

    private readonly Stack<string> emptied = [];
    private PostgresServer? server;

    public async Task<PostgresServer> ServerAsync() => server ??= await PostgresServer.StartedAsync(Settings);

    /// <summary>An empty database; reached through the socket, where a connection costs no proof of a password.</summary>
    public async Task<string> TakeDatabaseAsync()
    {
        if (emptied.TryPop(out var connection)) return connection;
        connection = await (await ServerAsync()).CreateDatabaseAsync();
        return new NpgsqlConnectionStringBuilder(connection) { Host = server!.SocketFolder, Pooling = false }.ConnectionString;
    }

    /// <summary>Gives it back: whoever is still connected is cut off and all that is in it goes, which takes a tenth of the time of making one.</summary>
    public async Task ReturnDatabaseAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var empty = source.CreateCommand(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid(); DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        await empty.ExecuteNonQueryAsync();
        emptied.Push(connection);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
