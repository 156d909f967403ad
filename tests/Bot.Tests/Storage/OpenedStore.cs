using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>A store that a test has opened, with its two logs and a clock that stands still.</summary>
public abstract class OpenedStore(TestData data) : IAsyncLifetime
{
    protected static readonly byte[] Body = """{"type":"message","text":"Lạng Sơn"}"""u8.ToArray();

    private protected ManualTime Time { get; } = new();

    protected TestData Data => data;

    protected Database Database { get; private set; } = null!;

    protected ActivityLog Log { get; private set; } = null!;

    protected DeliveryLog Deliveries { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        await data.InitializeAsync();
        Database = data.Open();
        (Log, Deliveries) = (new ActivityLog(Database, Time), new DeliveryLog(Database, Time));
    }

    public virtual async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await data.DisposeAsync();
    }

    /// <summary>Logs a message that waits for its turn, in a conversation that it begins if need be.</summary>
    private protected async Task<PendingMessage> AskAsync(string conversation, Citizen? citizen = null)
    {
        await Log.AppendAsync(conversation, new NewActivity(Body) { IsPending = true, Heard = Time.GetUtcNow() }, citizen ?? new Citizen("messenger", "u"));
        return Log.Next(conversation)!;
    }

    /// <summary>The places in a log that are taken.</summary>
    private protected static List<long> Places(ActivityLog log, string conversation) => [.. log.After(conversation, 0, 10_000).Select(a => a.Seq)];
}
