using Bot.Storage;
using Bot.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Hosting;

/// <summary>The data of one test, empty when it begins; every store and host that is opened on it shares it.</summary>
public abstract class TestData : IAsyncLifetime
{
    /// <summary>What names it in the settings.</summary>
    public abstract StorageOptions Options { get; }

    /// <summary>The statement that makes it the data of a version to come.</summary>
    public abstract string Newer { get; }

    /// <summary>Opens it once more.</summary>
    public Database Open() => StorageSetup.Open(Options, NullLogger<PostgresDatabase>.Instance);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>A whole host on it.</summary>
    internal abstract TestBot Bot(TimeProvider? time = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings);
}
