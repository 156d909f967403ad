using Npgsql;
using StandIns.Postgres;

namespace StandIns.Tests.Postgres;

/// <summary>The private PostgreSQL is a real one, and what it has committed survives its fall.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public async Task It_gives_databases_of_their_own_that_survive_a_crash()
    {
        await using var server = await PostgresServer.StartedAsync();
        var (first, second) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
        Assert.NotEqual(first, second);
        Assert.Equal("on", await AskAsync(first, "SHOW fsync"));
        await AskAsync(first, "CREATE TABLE t (x text); INSERT INTO t VALUES ('Lạng Sơn')");
        await server.CrashAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(first, "SELECT 1"));
        await server.StartAsync();
        Assert.Equal("Lạng Sơn", await AskAsync(first, "SELECT x FROM t"));
        await Assert.ThrowsAsync<PostgresException>(() => AskAsync(second, "SELECT x FROM t"));
    }

    [Fact]
    public async Task It_leaves_nothing_behind()
    {
        string folder;
        await using (var server = await PostgresServer.StartedAsync(new Dictionary<string, string> { ["max_connections"] = "12" }))
        {
            folder = server.SocketFolder;
            Assert.Equal("12", await AskAsync(server.AdminConnection, "SHOW max_connections"));
        }
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<object?> AskAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
