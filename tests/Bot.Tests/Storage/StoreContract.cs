using Bot.Channels.Limits;
using Bot.Channels.Zalo;
using Bot.Dossiers;
using Bot.Operation.Settings;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Storage;

/// <summary>The store itself and what lies in it beside the logs, whichever it is.</summary>
public abstract class StoreContract(TestData data) : OpenedStore(data)
{
    [Fact]
    public async Task A_write_that_fails_undoes_itself_and_nothing_else()
    {
        await Log.StartAsync("c", "directline", "u");
        var writes = Enumerable.Range(0, 60).Select(i => i % 3 == 0
            ? Database.WriteAsync<int>(session =>
            {
                session.Execute("DELETE FROM keys");
                session.Execute("INSERT INTO keys (name, value) VALUES ($1, $2)", "bad" + i, new byte[] { 1 });
                throw new InvalidOperationException("on purpose");
            })
            : Database.WriteAsync(session => session.Execute("INSERT INTO keys (name, value) VALUES ($1, $2)", "good" + i, new byte[] { 1 }))).ToList();
        var broken = Database.WriteAsync(session => session.Execute("INSERT INTO conversations (id) VALUES ('c')"));
        foreach (var (i, write) in writes.Index())
        {
            if (i % 3 == 0) await Assert.ThrowsAsync<InvalidOperationException>(() => write);
            else Assert.Equal(1, await write);
        }
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken);
        Assert.Equal(40L, Database.Read(session => session.Scalar("SELECT count(*) FROM keys WHERE name LIKE 'good%'")));
        Assert.Equal(0L, Database.Read(session => session.Scalar("SELECT count(*) FROM keys WHERE name LIKE 'bad%'")));
    }

    [Fact]
    public async Task Keys_are_made_once_and_stay()
    {
        await using var other = Data.Open();
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => new Keys(i % 2 == 0 ? Database : other).Get("a"))));
        Assert.Equal(32, made[0].Length);
        Assert.All(made, key => Assert.Equal(made[0], key));
        Assert.NotEqual(made[0], new Keys(Database).Get("b"));
        await Database.DisposeAsync();
        await using var again = Data.Open();
        Assert.Equal(made[0], new Keys(again).Get("a"));
    }

    [Fact]
    public async Task What_one_host_protects_another_one_reads()
    {
        await using var other = Data.Open();
        Assert.Equal("bí mật", Protector(other).Unprotect(Protector(Database).Protect("bí mật")));
        Assert.Single(new StoredKeyRing(other).GetAllElements());
    }

    [Fact]
    public async Task Tokens_are_kept_as_a_whole_and_replaced_as_a_whole()
    {
        await using var other = Data.Open();
        var (here, there) = (new TokenStore(Database), new TokenStore(other));
        Assert.Null(here.Find("zalo"));
        var first = new TokenPair([1, 2], null, "refresh", DateTimeOffset.FromUnixTimeMilliseconds(1234567890123), IsSpending: true);
        await here.SaveAsync("zalo", first);
        AssertSame(first, there.Find("zalo"));
        var second = new TokenPair([3], "access", "next", first.Expires.AddHours(1), IsSpending: false);
        await there.SaveAsync("zalo", second);
        AssertSame(second, here.Find("zalo"));
        Assert.Null(here.Find("other"));
        await using var hold = await here.HoldAsync("zalo");
        Assert.NotNull(hold);
    }

    [Fact]
    public async Task A_hundred_guesses_at_the_same_moment_are_no_more_than_the_limit()
    {
        await using var other = Data.Open();
        var limits = ((Database[])[Database, other]).Select(d => new GuessLimits(d, new KeyedHash(new Keys(d)), new GuessOptions { PerAddress = 7, PerCode = 1000 }, Time)).ToArray();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => limits[i % 2].TakeAsync("code " + i, [1]))));
        Assert.Equal(7, tickets.Count(ticket => ticket is not null));
        await limits[0].ReleaseAsync(tickets.First(ticket => ticket is not null)!);
        Assert.NotNull(await limits[1].TakeAsync("code", [1]));
        Assert.Null(await limits[1].TakeAsync("code", [1]));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(7, await limits[0].ForgetAsync());
    }

    [Fact]
    public async Task At_one_code_all_addresses_together_have_no_more_guesses_than_the_limit()
    {
        var limits = new GuessLimits(Database, new KeyedHash(new Keys(Database)), new GuessOptions { PerAddress = 1000, PerCode = 10 }, Time);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => limits.TakeAsync("code", [(byte)i]))));
        Assert.Equal(10, tickets.Count(ticket => ticket is { Strict: false }));
    }

    [Fact]
    public async Task Calls_are_counted_together_and_anew_in_the_next_minute()
    {
        await using var other = Data.Open();
        var limits = ((Database[])[Database, other]).Select(d => new SharedWindowLimit("messages", 5, d, new KeyedHash(new Keys(d)), Time)).ToArray();
        var waits = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => limits[i % 2].Refuse("a"))));
        Assert.Equal(5, waits.Count(wait => wait is null));
        Assert.All(waits.OfType<TimeSpan>(), wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)));
        Assert.Null(limits[0].Refuse("b"));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(limits[1].Refuse("a"));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, await SharedWindowLimit.ForgetAsync(Database, Time));
    }

    [Fact]
    public async Task Opening_it_again_changes_nothing()
    {
        await AskAsync("c");
        await using (var second = Data.Open()) Assert.Equal(1, new ActivityLog(second, Time).CountPending());
        await Database.DisposeAsync();
        await using var third = Data.Open();
        Assert.Equal(1, new ActivityLog(third, Time).Find("c")!.LastSeq);
        Assert.True(await new ActivityLog(third, Time).StartAsync("d", "directline", "u"));
    }

    [Fact]
    public async Task The_store_of_a_newer_version_is_refused_in_one_line_and_left_alone()
    {
        await Database.WriteAsync(session => session.Execute(Data.Newer));
        var refusal = Assert.Throws<BadSettingException>(() => Data.Open());
        Assert.Contains("99", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        // Whoever was refused holds nothing that others would wait for.
        await AskAsync("c").WaitAsync(TimeSpan.FromSeconds(4));
    }

    private static IDataProtector Protector(Database database)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("tro-ly");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new StoredKeyRing(database));
        return services.BuildServiceProvider().GetDataProtector("test");
    }

    private static void AssertSame(TokenPair expected, TokenPair? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Seed, actual.Seed);
        Assert.Equal(expected with { Seed = actual.Seed }, actual);
    }
}
