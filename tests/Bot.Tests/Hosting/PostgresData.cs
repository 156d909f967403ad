using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Hosting;

/// <summary>A PostgreSQL database of its own.</summary>
public sealed class PostgresData(PostgresRun run) : TestData
{
    private string? connection;

    public override StorageOptions Options => new() { Postgres = connection };

    public override string Newer => "INSERT INTO schema_version (version) VALUES (99)";

    public override async Task InitializeAsync() => connection = await run.TakeDatabaseAsync();

    public override Task DisposeAsync() => run.ReturnDatabaseAsync(connection!);

    internal override TestBot Bot(TimeProvider? time = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings) =>
        new(time, change: change, settings: [("Storage:Postgres", connection!), .. settings]);
}
