using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>The log by itself.</summary>
public sealed class ActivityLogTests : IAsyncDisposable
{
    private static readonly byte[] Body = """{"type":"event"}"""u8.ToArray();

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();
    private readonly Database database;
    private readonly ActivityLog log;

    public ActivityLogTests() => log = new ActivityLog(database = new SqliteDatabase(folder.Path), time);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Timestamps_only_grow_whatever_the_clock_does()
    {
        await log.StartAsync("c", "directline", "u");
        await log.AppendAsync("c", new NewActivity(Body));
        await log.AppendAsync("c", new NewActivity(Body));
        time.Set(time.GetUtcNow().AddHours(-1));
        await log.AppendAsync("c", new NewActivity(Body));
        var stamps = log.After("c", 0, 10).Select(a => System.Text.Json.JsonDocument.Parse(a.Json).RootElement.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.Equal(stamps.Distinct().Order(), stamps);
    }

    [Fact]
    public async Task A_conversation_is_created_once()
    {
        Assert.True(await log.StartAsync("c", "directline", "u"));
        Assert.False(await log.StartAsync("c", "directline", "other"));
        Assert.Equal(new StoredConversation("c", "directline", "u", 0), log.Find("c"));
    }

    [Fact]
    public async Task The_same_client_id_at_the_same_moment_is_one_activity()
    {
        await log.StartAsync("c", "directline", "u");
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => log.AppendAsync("c", new NewActivity(Body) { ClientId = "same" })));
        Assert.Single(receipts.Select(r => r!.Id).Distinct());
        Assert.Equal(1, log.Find("c")!.LastSeq);
    }

    [Fact]
    public async Task Nothing_is_logged_where_there_is_no_conversation() => Assert.Null(await log.AppendAsync("nowhere", new NewActivity(Body)));

    [Fact]
    public async Task What_rests_too_long_is_deleted_with_all_that_was_said()
    {
        await log.StartAsync("old", "directline", "u");
        await log.AppendAsync("old", new NewActivity(Body) { IsPending = true });
        time.Advance(TimeSpan.FromDays(10));
        await log.StartAsync("new", "directline", "u");
        Assert.Equal(1, await log.DeleteUntouchedAsync(time.GetUtcNow().AddDays(-5), 100));
        Assert.Null(log.Find("old"));
        Assert.NotNull(log.Find("new"));
        Assert.Equal(0, log.CountPending());
    }

    [Fact]
    public async Task A_write_that_fails_undoes_itself_and_nothing_else()
    {
        await log.StartAsync("c", "directline", "u");
        var failing = database.WriteAsync<int>(session =>
        {
            session.Execute("DELETE FROM conversations");
            throw new InvalidOperationException("on purpose");
        });
        var good = log.AppendAsync("c", new NewActivity(Body));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.NotNull(await good);
    }

    [Fact]
    public async Task Keys_are_made_once_and_stay()
    {
        var made = new Keys(database).Get("a");
        Assert.Equal(32, made.Length);
        Assert.NotEqual(made, new Keys(database).Get("b"));
        await database.DisposeAsync();
        await using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(made, new Keys(again).Get("a"));
    }
}
