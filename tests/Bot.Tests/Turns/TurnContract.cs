using System.Text;
using Bot.Dossiers;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Tests.Storage;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Turns;

/// <summary>What becomes of turns when the process, the world or the store lets them down; over either store.</summary>
public abstract class TurnContract(TestData data) : IAsyncLifetime
{
    private const string Code = "000.00.15.H37-260914-0003";

    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task A_message_that_the_last_run_left_is_answered_once_by_the_next()
    {
        Line line;
        string left;
        await using (var last = data.Bot())
        {
            line = await Line.StartAsync(last);
            await line.AskAsync("tra cứu hồ sơ");
            // As if the process had died between the answer to the client and the turn.
            left = (await last.Log.AppendAsync(line.Id, new NewActivity(Encoding.UTF8.GetBytes("""{"type":"message","text":"CODE","from":{"id":"dl_x"} }""".Replace("CODE", Code))) { ClientId = "c-9", IsPending = true }))!.Id;
        }
        await using var next = data.Bot();
        var after = line.On(next);
        var replies = await after.RepliesAsync(left);
        Assert.Equal($"4 số cuối của {Code}?", Assert.Single(replies).Text);
        // The client that never saw its answer sends again, and the dialog goes on where it was.
        Assert.Equal(left, await after.SayAsync(Code, "c-9"));
        var found = await after.AskAsync("1234");
        Assert.Equal("answered", Line.Outcome(found));
        Assert.Single((await after.PollAsync()).Activities, a => a.ReplyToId == left);
    }

    [Fact]
    public async Task Two_processes_that_take_up_the_same_message_answer_it_once()
    {
        await using var here = data.Bot();
        var line = await Line.StartAsync(here);
        await line.AskAsync("xin chào");
        var log = here.Log;
        await log.AppendAsync(line.Id, new NewActivity("""{"type":"message","text":"x"}"""u8.ToArray()) { IsPending = true });
        var (one, two) = (log.Next(line.Id)!, log.Next(line.Id)!);
        Assert.NotNull(await log.EndAsync(one, one.State, ["""{"type":"message","text":"one"}"""u8.ToArray()]));
        Assert.Null(await log.EndAsync(two, two.State, ["""{"type":"message","text":"two"}"""u8.ToArray()]));
        Assert.Equal(["one"], (await line.PollAsync("3")).Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task A_turn_that_was_decided_on_an_outdated_state_changes_nothing()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        await bot.Log.AppendAsync(line.Id, new NewActivity("""{"type":"message","text":"x"}"""u8.ToArray()) { IsPending = true });
        var message = bot.Log.Next(line.Id)!;
        Assert.Null(await bot.Log.EndAsync(message with { State = """{"greeted":true}""" }, "{}", []));
        Assert.NotNull(bot.Log.Next(line.Id));
    }

    [Fact]
    public async Task A_turn_that_fails_says_so_and_is_done()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        await bot.Services.GetRequiredService<Database>().WriteAsync(session => session.Execute("UPDATE conversations SET state = '{broken'"));
        var failed = await line.AskAsync("tra cứu hồ sơ");
        Assert.Equal(("Hệ thống trục trặc.", "failed"), (failed.Text, Line.Outcome(failed)));
        Assert.Equal(0, bot.Log.CountPending());
        Assert.Equal("asked", Line.Outcome(await line.AskAsync("tra cứu hồ sơ")));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_as_a_failure()
    {
        var source = new GatedSource();
        await using var bot = data.Bot(change: source.Alone);
        var line = await Line.StartAsync(bot);
        source.Fail();
        await line.AskAsync(Code);
        Assert.Equal("failed", Line.Outcome(await line.AskAsync("1234")));
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_given_up()
    {
        var (source, time) = (new GatedSource(), new ManualTime());
        await using var bot = data.Bot(time, change: source.Alone);
        var line = await Line.StartAsync(bot);
        await line.AskAsync(Code);
        var id = await line.SayAsync("1234");
        await time.WaitedForAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("failed", Line.Outcome((await line.RepliesAsync(id))[0]));
    }

    [Fact]
    public async Task One_conversation_waits_for_its_turn_and_another_does_not_wait_for_it()
    {
        var source = new GatedSource();
        await using var bot = data.Bot(change: source.Alone);
        var (slow, quick) = (await Line.StartAsync(bot), await Line.StartAsync(bot));
        await slow.AskAsync(Code);
        var asked = await slow.SayAsync("1234");
        await source.Asked;
        var behind = await slow.SayAsync("xin chào");
        Assert.Equal("small", Line.Outcome(await quick.AskAsync("xin chào")));
        Assert.DoesNotContain((await slow.PollAsync()).Activities, a => a.ReplyToId == behind);
        source.Answer(null);
        await slow.RepliesAsync(behind);
        var replies = (await slow.PollAsync()).Activities.Where(a => a.ReplyToId is not null).Select(a => a.ReplyToId).ToList();
        Assert.True(replies.IndexOf(asked) < replies.IndexOf(behind));
    }

    [Fact]
    public async Task A_graceful_stop_lets_the_running_turn_end()
    {
        var source = new GatedSource();
        var bot = data.Bot(change: source.Alone);
        var line = await Line.StartAsync(bot);
        await line.AskAsync(Code);
        var id = await line.SayAsync("1234");
        await source.Asked;
        var stopped = bot.DisposeAsync();
        source.Answer(null);
        await stopped;
        await using var next = data.Bot();
        Assert.Equal(0, next.Log.CountPending());
        Assert.Single((await line.On(next).PollAsync()).Activities, a => a.ReplyToId == id);
    }

    [Fact]
    public async Task A_turn_that_does_not_end_in_time_is_repeated_by_the_next_start()
    {
        var (source, time) = (new GatedSource(), new ManualTime());
        var bot = data.Bot(time, source.Alone);
        var line = await Line.StartAsync(bot);
        await line.AskAsync(Code);
        var id = await line.SayAsync("1234");
        await source.Asked;
        var stopped = bot.DisposeAsync();
        await time.WaitedForAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await stopped;
        await using var next = data.Bot(new ManualTime());
        Assert.Equal("answered", Line.Outcome(Assert.Single(await line.On(next).RepliesAsync(id))));
    }

    [Fact]
    public async Task Who_sent_a_message_is_forgotten_when_its_turn_is_done()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        Assert.Equal(0L, bot.Services.GetRequiredService<Database>().Read(session => session.Scalar("SELECT count(*) FROM pending WHERE sender IS NOT NULL")));
    }
}
