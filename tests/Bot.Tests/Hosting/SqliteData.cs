using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Hosting;

/// <summary>A SQLite file in a folder of its own.</summary>
public sealed class SqliteData : TestData
{
    private readonly TempFolder folder = new();

    public override StorageOptions Options => new() { Path = folder.Path };

    public override string Newer => "PRAGMA user_version = 99";

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    internal override TestBot Bot(TimeProvider? time = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings) => new(time, folder.Path, change, settings);
}
