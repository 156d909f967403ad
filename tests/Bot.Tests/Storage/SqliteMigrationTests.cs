using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Storage.Sqlite;
using Bot.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Storage;

/// <summary>A file of the first version that was released, as a running assistant left it.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private const string Version1 =
        """
            CREATE TABLE conversations (
                id TEXT PRIMARY KEY,
                channel TEXT NOT NULL,
                user_id TEXT NOT NULL,
                state TEXT NOT NULL,
                created INTEGER NOT NULL,
                touched INTEGER NOT NULL,
                day INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX conversations_by_day ON conversations (day);

            CREATE TABLE activities (
                conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
                seq INTEGER NOT NULL,
                client_id TEXT,
                pending INTEGER NOT NULL,
                sender BLOB,
                json BLOB NOT NULL,
                PRIMARY KEY (conversation, seq)
            );
            CREATE UNIQUE INDEX activities_by_client_id ON activities (conversation, client_id) WHERE client_id IS NOT NULL;
            CREATE INDEX activities_pending ON activities (conversation, seq) WHERE pending = 1;

            CREATE TABLE keys (
                name TEXT PRIMARY KEY,
                value BLOB NOT NULL
            ) WITHOUT ROWID;

            CREATE TABLE dossiers (
                code TEXT PRIMARY KEY,
                verifier BLOB NOT NULL,
                procedure TEXT NOT NULL,
                applicant TEXT NOT NULL,
                state INTEGER,
                state_label TEXT NOT NULL,
                received TEXT,
                due TEXT,
                unit TEXT,
                note TEXT,
                sample INTEGER NOT NULL
            ) WITHOUT ROWID;

            CREATE TABLE guesses (
                at INTEGER NOT NULL,
                code BLOB NOT NULL,
                address BLOB NOT NULL,
                over INTEGER NOT NULL
            );
            CREATE INDEX guesses_by_code ON guesses (code, at);
            CREATE INDEX guesses_by_address ON guesses (address, at);
            PRAGMA user_version = 1;
        """;

    private const string Said =
        """
        INSERT INTO conversations VALUES ('c', 'directline', 'dl_c', '{"greeted":true}', 1000, 1795000000000, 20775), ('d', 'directline', 'dl_d', '{}', 1000, 1000, 0), ('e', 'directline', 'dl_e', '{}', 1000, 1000, 0);
        INSERT INTO activities VALUES
            ('c', 1, 'm-1', 0, NULL, '{"id":"c|0000001","type":"message"}'),
            ('c', 2, NULL, 0, NULL, '{"id":"c|0000002","type":"message"}'),
            ('c', 3, 'm-2', 1, x'010002', '{"id":"c|0000003","type":"message","text":"một"}'),
            ('c', 4, NULL, 1, NULL, '{"id":"c|0000004","type":"message","text":"hai"}'),
            ('d', 1, NULL, 0, NULL, '{"id":"d|0000001","type":"event"}');
        INSERT INTO keys VALUES ('hash', x'0102');
        INSERT INTO guesses VALUES (1000, x'01', x'02', 0);
        """;

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();

    public SqliteMigrationTests()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "bot.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Version1 + Said;
        command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_messages_that_wait_are_answered_and_its_logs_go_on()
    {
        await using var database = new SqliteDatabase(folder.Path);
        var log = new ActivityLog(database, time);
        Assert.Equal(2, log.CountPending());
        Assert.Equal(["c"], log.Waiting(time.GetUtcNow(), 10));
        var message = log.Next("c")!;
        Assert.Equal((3, "directline", "dl_c", """{"greeted":true}"""), (message.Seq, message.Channel, message.User, message.State));
        Assert.Equal<byte>([1, 0, 2], message.Sender!);
        Assert.NotNull(await log.EndAsync(message, "{}", ["""{"type":"message"}"""u8.ToArray()]));
        Assert.Equal((4, null), (log.Next("c")!.Seq, log.Next("c")!.Sender));
        Assert.Equal([1, 2, 3, 4, 5], log.After("c", 0, 10).Select(a => a.Seq));
        Assert.Equal((5, 1, 0), (log.Find("c")!.LastSeq, log.Find("d")!.LastSeq, log.Find("e")!.LastSeq));
        // A client that never saw its answer sends again.
        Assert.Equal(new Receipt("c|0000003", Repeated: true), await log.AppendAsync("c", new NewActivity("""{"type":"message"}"""u8.ToArray()) { ClientId = "m-2" }));
        Assert.Empty(new DeliveryLog(database, time).List());
        Assert.Equal<byte>([1, 2], new Keys(database).Get("hash"));
    }

    [Fact]
    public async Task It_is_brought_up_to_date_once()
    {
        await new SqliteDatabase(folder.Path).DisposeAsync();
        await using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(2, new ActivityLog(again, time).CountPending());
        using var empty = new TempFolder();
        await using var fresh = new SqliteDatabase(empty.Path);
        Assert.Equal(Version(fresh), Version(again));

        static object? Version(SqliteDatabase database) => database.Read(session => session.Scalar("PRAGMA user_version"));
    }

    [Fact]
    public async Task Its_whole_host_answers_what_waited()
    {
        await using var bot = new TestBot(folder: folder.Path);
        using var listener = bot.Outbox.Listen("c");
        using var patience = new CancellationTokenSource(Line.Patience);
        while (bot.Log.CountPending() > 0) await listener.WaitAsync(patience.Token);
        var replies = bot.Log.After("c", 4, 10).Select(a => System.Text.Json.JsonDocument.Parse(a.Json).RootElement.GetProperty("replyToId").GetString());
        Assert.Equal(["c|0000003", "c|0000004"], replies.Distinct());
    }
}
