using System.Globalization;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Postgres;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Bot.Tests.Storage;

/// <summary>Two nodes on one PostgreSQL database, without their hosts: what one may rely on while the other one works, dies, or the server falls over.</summary>
[Collection(PostgresRun.Name)]
public sealed class PostgresNodeTests(PostgresRun run) : IAsyncLifetime
{
    private static readonly byte[] Body = """{"type":"message"}"""u8.ToArray();

    private readonly ManualTime time = new();
    private readonly List<PostgresDatabase> opened = [];
    private string connection = "";

    public async Task InitializeAsync() => connection = await run.TakeDatabaseAsync();

    public async Task DisposeAsync()
    {
        foreach (var database in opened) await database.DisposeAsync();
        await run.ReturnDatabaseAsync(connection);
    }

    [Fact]
    public async Task A_name_is_held_by_one_node_at_a_time()
    {
        var (here, there) = (Node(), Node());
        await using (var hold = await here.HoldAsync("turn c"))
        {
            Assert.NotNull(hold);
            Assert.Null(await there.HoldAsync("turn c"));
            await using var other = await there.HoldAsync("turn d");
            Assert.NotNull(other);
        }
        await using var next = await there.HoldAsync("turn c");
        Assert.NotNull(next);
        Assert.Null(await here.HoldAsync("turn c"));
    }

    [Fact]
    public async Task Of_many_who_want_a_name_at_once_one_node_has_it()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => Node()).ToList();
        var holds = await Task.WhenAll(nodes.Select(node => node.HoldAsync("turn c").AsTask()));
        Assert.Single(holds, hold => hold is not null);
    }

    [Fact]
    public async Task A_node_that_goes_leaves_its_names()
    {
        var (here, there) = (Node(), Node());
        Assert.NotNull(await here.HoldAsync("turn c"));
        await here.DisposeAsync();
        Assert.NotNull(await there.HoldAsync("turn c"));
    }

    [Fact]
    public async Task A_node_can_go_while_its_names_are_being_released()
    {
        var here = Node();
        var holds = new List<Hold>();
        for (var i = 0; i < 50; i++) holds.Add((await here.HoldAsync("turn " + i))!.Value);
        var released = Task.WhenAll(holds.Select(hold => Task.Run(async () => await hold.DisposeAsync())));
        await here.DisposeAsync().AsTask().WaitAsync(Line.Patience);
        await released.WaitAsync(Line.Patience);
        Assert.NotNull(await Node().HoldAsync("turn 0"));
    }

    [Fact]
    public async Task A_node_whose_line_is_cut_loses_its_names_and_can_hold_others_at_once()
    {
        var (here, there) = (Node(), Node());
        Assert.NotNull(await here.HoldAsync("turn c"));
        Kill(there, "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')");
        Assert.NotNull(await there.HoldAsync("turn c"));
        Assert.Null(await here.HoldAsync("turn c"));
        Assert.NotNull(await here.HoldAsync("turn d"));
    }

    [Fact]
    public async Task Whoever_lost_a_name_does_not_take_it_from_the_next()
    {
        var (here, there) = (Node(), Node());
        var lost = await here.HoldAsync("turn c");
        Kill(there, "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')");
        var next = await here.HoldAsync("turn c");
        Assert.NotNull(next);
        await lost!.Value.DisposeAsync();
        Assert.Null(await there.HoldAsync("turn c"));
        await next.Value.DisposeAsync();
        Assert.NotNull(await there.HoldAsync("turn c"));
    }

    [Fact]
    public async Task What_one_node_tells_the_others_hear_and_itself_does_not()
    {
        var (here, there) = (Node(), Node());
        var (heardHere, heardThere) = (Ears(here), Ears(there));
        await ListeningAsync(2);
        here.Tell("c");
        Assert.Equal("c", await heardThere.Reader.ReadAsync(Patience()));
        there.Tell("d");
        // Were its own call heard here, it would have come before this one.
        Assert.Equal("d", await heardHere.Reader.ReadAsync(Patience()));
        Assert.False(heardThere.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_thousand_calls_all_arrive()
    {
        var (here, there) = (Node(), Node());
        var heard = Ears(there);
        await ListeningAsync(2);
        var told = Enumerable.Range(0, 1000).Select(i => "conversation-" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        told.ForEach(here.Tell);
        foreach (var conversation in told) Assert.Equal(conversation, await heard.Reader.ReadAsync(Patience()));
    }

    [Fact]
    public async Task Everything_goes_on_after_the_server_fell_over_and_came_back()
    {
        var server = await run.ServerAsync();
        var (here, there) = (Node(), Node());
        var heard = Ears(there);
        var log = new ActivityLog(here, time);
        // Many at once, so that many connections lie ready when the server falls.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => log.AppendAsync("c" + i, new NewActivity(Body), new Citizen("messenger", "u"))));
        Parallel.For(0, 50, i => log.Find("c" + i));
        Assert.NotNull(await here.HoldAsync("turn c"));
        await ListeningAsync(2);
        here.Tell("before");
        Assert.Equal("before", await heard.Reader.ReadAsync(Patience()));
        try
        {
            await server.CrashAsync();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => log.StartAsync("during", "directline", "u"));
            Assert.ThrowsAny<NpgsqlException>(() => log.Find("c0"));
        }
        finally
        {
            await server.StartAsync();
        }
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(1, log.Find("c" + i)!.LastSeq));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => log.AppendAsync("c" + i, new NewActivity(Body))));
        Assert.Equal(2, new ActivityLog(there, time).Find("c0")!.LastSeq);
        Assert.NotNull(await there.HoldAsync("turn c"));
        await ListeningAsync(2);
        here.Tell("after");
        Assert.Equal("after", await heard.Reader.ReadAsync(Patience()));
    }

    [Fact]
    public async Task A_connection_that_was_cut_while_it_lay_idle_is_nobodys_trouble()
    {
        var here = Node();
        var log = new ActivityLog(here, time);
        await log.StartAsync("c", "directline", "u");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => log.AppendAsync("c", new NewActivity(Body))));
        await using var other = new NpgsqlConnection(connection);
        await other.OpenAsync();
        await KillAllAsync(other);
        Assert.Equal(50, log.Find("c")!.LastSeq);
        await KillAllAsync(other);
        Assert.NotNull(await log.AppendAsync("c", new NewActivity(Body)));
        Assert.Equal(51, log.Find("c")!.LastSeq);
    }

    [Fact]
    public async Task Messages_that_arrive_on_both_nodes_stand_in_one_order()
    {
        var logs = ((PostgresDatabase[])[Node(), Node()]).Select(node => new ActivityLog(node, time)).ToArray();
        // Each message comes to both, as when a channel repeats what it believes lost.
        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            logs[i % 2].AppendAsync("c", new NewActivity(Body) { ClientId = "m" + i / 2, IsPending = true, Heard = time.GetUtcNow() }, new Citizen("messenger", "u"))));
        Assert.Equal((100, 100), (receipts.Select(r => r!.Id).Distinct().Count(), receipts.Count(r => r!.Repeated)));
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), logs[0].After("c", 0, 1000).Select(a => a.Seq));
        Assert.Equal(100, logs[1].CountPending());
    }

    [Fact]
    public async Task A_message_that_both_nodes_take_up_is_ended_once()
    {
        var logs = ((PostgresDatabase[])[Node(), Node()]).Select(node => new ActivityLog(node, time)).ToArray();
        for (var i = 0; i < 20; i++) await logs[0].AppendAsync("c" + i, new NewActivity(Body) { IsPending = true }, new Citizen("messenger", "u"));
        for (var i = 0; i < 20; i++)
        {
            var (one, two) = (logs[0].Next("c" + i)!, logs[1].Next("c" + i)!);
            var ended = await Task.WhenAll(logs[0].EndAsync(one, """{"by":1}""", [Body], deliver: true), logs[1].EndAsync(two, """{"by":2}""", [Body], deliver: true));
            Assert.Single(ended, e => e is not null);
            Assert.Equal(2, logs[0].Find("c" + i)!.LastSeq);
        }
    }

    [Fact]
    public async Task A_conversation_is_not_deleted_when_a_word_comes_at_the_last_moment()
    {
        var here = Node();
        var log = new ActivityLog(here, time);
        await log.StartAsync("c", "directline", "u");
        time.Advance(TimeSpan.FromDays(10));
        await using var writer = new NpgsqlConnection(connection);
        await writer.OpenAsync();
        await using var word = await writer.BeginTransactionAsync();
        await using (var touch = new NpgsqlCommand("UPDATE conversations SET touched = $1 WHERE id = 'c'", writer) { Parameters = { new() { Value = time.GetUtcNow().ToUnixTimeMilliseconds() } } })
            await touch.ExecuteNonQueryAsync();
        var deleted = log.DeleteUntouchedAsync(time.GetUtcNow().AddDays(-5), 10);
        using var patience = new CancellationTokenSource(Line.Patience);
        while (here.Read(session => session.Scalar("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")) is 0L) patience.Token.ThrowIfCancellationRequested();
        await word.CommitAsync();
        Assert.Equal(0, await deleted);
        Assert.NotNull(log.Find("c"));
    }

    [Fact]
    public async Task Works_that_stand_in_each_others_way_are_both_done()
    {
        var (here, there) = (Node(), Node());
        await here.WriteAsync(session => session.Execute("INSERT INTO keys (name, value) VALUES ('a', ''), ('b', '')"));
        using var both = new Barrier(2);
        var done = await Task.WhenAll(((PostgresDatabase, string, string)[])[(here, "a", "b"), (there, "b", "a")] is var ways ? ways.Select(way =>
        {
            var tries = 0;
            return way.Item1.WriteAsync(session =>
            {
                session.Execute("UPDATE keys SET value = value || $2 WHERE name = $1", way.Item2, new byte[] { 1 });
                if (tries++ == 0) both.SignalAndWait(Line.Patience);
                session.Execute("UPDATE keys SET value = value || $2 WHERE name = $1", way.Item3, new byte[] { 1 });
                return tries;
            });
        }) : []);
        Assert.Contains(done, tries => tries > 1);
        Assert.Equal([2, 2], here.Read(session => session.Query("SELECT value FROM keys", row => row.GetFieldValue<byte[]>(0).Length)));
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task A_clash_is_tried_again_but_not_for_ever(string code)
    {
        var here = Node();
        var tries = 0;
        int Clash(Session session, int times)
        {
            session.Execute("INSERT INTO keys (name, value) VALUES ($1, $2)", code, new byte[] { 1 });
            if (++tries <= times) session.Run($"DO $$ BEGIN RAISE EXCEPTION 'clash' USING ERRCODE = '{code}'; END $$");
            return tries;
        }
        Assert.Equal(3, await here.WriteAsync(session => Clash(session, 2)));
        await here.WriteAsync(session => session.Execute("DELETE FROM keys"));
        tries = 0;
        Assert.Equal(code, (await Assert.ThrowsAsync<PostgresException>(() => here.WriteAsync(session => Clash(session, int.MaxValue)))).SqlState);
        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_make_the_tables_once()
    {
        opened.AddRange(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new PostgresDatabase(connection, NullLogger<PostgresDatabase>.Instance)))));
        Assert.Equal(1L, opened[0].Read(session => session.Scalar("SELECT count(*) FROM schema_version")));
        foreach (var node in opened) await new ActivityLog(node, time).AppendAsync("c", new NewActivity(Body), new Citizen("messenger", "u"));
        Assert.Equal(4, new ActivityLog(opened[0], time).Find("c")!.LastSeq);
    }

    [Fact]
    public async Task Nothing_stays_connected_to_the_server_afterwards()
    {
        await using var other = new NpgsqlConnection(connection);
        await other.OpenAsync();
        var here = Node();
        await here.HoldAsync("turn c");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => here.WriteAsync(session => session.Execute("DELETE FROM keys"))));
        await here.DisposeAsync();
        using var patience = new CancellationTokenSource(Line.Patience);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other);
        while (await count.ExecuteScalarAsync(patience.Token) is not 0L) { }
    }

    private PostgresDatabase Node()
    {
        var node = new PostgresDatabase(connection, NullLogger<PostgresDatabase>.Instance);
        opened.Add(node);
        return node;
    }

    private static System.Threading.Channels.Channel<string> Ears(Database node)
    {
        var heard = System.Threading.Channels.Channel.CreateUnbounded<string>();
        node.Told += conversation => heard.Writer.TryWrite(conversation);
        return heard;
    }

    /// <summary>Waits until so many nodes listen.</summary>
    private async Task ListeningAsync(int nodes)
    {
        await using var other = new NpgsqlConnection(connection);
        await other.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND state = 'idle'", other);
        var patience = Patience();
        while ((long)(await count.ExecuteScalarAsync(patience))! < nodes) { }
    }

    /// <summary>Ends other sessions of the database, and waits until they are gone.</summary>
    private static void Kill(Database from, string which) => from.Read(session => session.Query(
        $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND {which}", row => row.GetBoolean(0)));

    private static async Task KillAllAsync(NpgsqlConnection from)
    {
        await using var kill = new NpgsqlCommand("SELECT bool_and(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", from);
        await kill.ExecuteScalarAsync();
    }

    private static CancellationToken Patience() => new CancellationTokenSource(Line.Patience).Token;
}
