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

    private PostgresServer? server;

    public async Task<PostgresServer> ServerAsync() => server ??= await PostgresServer.StartedAsync(Settings);

    /// <summary>A fresh database; reached through the socket, where a connection costs no proof of a password.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var connection = await (await ServerAsync()).CreateDatabaseAsync();
        return new NpgsqlConnectionStringBuilder(connection) { Host = server!.SocketFolder, Pooling = false }.ConnectionString;
    }

    /// <summary>Deletes a database, whoever is still connected.</summary>
    public static async Task DropDatabaseAsync(string connection)
    {
        var database = new NpgsqlConnectionStringBuilder(connection);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" });
        await using var drop = source.CreateCommand($"DROP DATABASE {database.Database} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
