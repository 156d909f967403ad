using System.Text;
using Bot.Dossiers;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;
using Bot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels;

/// <summary>Two whole hosts on one PostgreSQL database: to the citizen they are one.</summary>
[Collection(PostgresRun.Name)]
public sealed class NodesTests(PostgresRun run) : IAsyncLifetime
{
    private readonly PostgresData data = new(run);

    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task A_stream_on_one_node_carries_what_is_said_on_the_other()
    {
        // Its clock stands still: only the call of the other node can wake the stream, no alarm of its own.
        await using var here = data.Bot(new ManualTime(DateTimeOffset.UtcNow));
        await using var there = data.Bot();
        var line = await Line.StartAsync(here);
        using var stream = await line.StreamAsync();
        var first = await line.On(there).SayAsync("xin chào");
        var read = await stream.ReadAsync(2);
        Assert.Equal((first, first), (read[0].Id, read[1].ReplyToId));
        var second = await line.On(there).SayAsync("cảm ơn");
        Assert.Equal([second, second], (await stream.ReadAsync(2)).Select(a => a.ReplyToId ?? a.Id));
    }

    [Fact]
    public async Task A_token_of_one_node_is_good_on_the_other()
    {
        await using var here = data.Bot();
        await using var there = data.Bot();
        var line = await Line.StartAsync(here);
        Assert.Equal("small", Line.Outcome(await line.On(there).AskAsync("xin chào")));
        Assert.Equal(2, (await line.PollAsync()).Activities.Count);
        using var stream = await line.On(there).StreamAsync("0");
        Assert.Equal(2, (await stream.ReadAsync(2)).Count);
        using var forged = await there.SendAsync("GET", line.Activities, line.Token[..^2] + "xx");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Fact]
    public async Task A_message_that_a_node_left_is_answered_by_the_others_sweep()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        await using var there = data.Bot(time);
        await time.WaitedForAsync(TimeSpan.FromSeconds(2));
        Line line;
        string left;
        await using (var here = data.Bot(new ManualTime(time.GetUtcNow())))
        {
            line = await Line.StartAsync(here);
            // As if the node had died between the answer to the client and the turn.
            left = (await here.Log.AppendAsync(line.Id, new NewActivity(Encoding.UTF8.GetBytes("""{"type":"message","text":"xin chào","from":{"id":"dl_x"} }""")) { IsPending = true }))!.Id;
        }
        Assert.Equal(1, there.Log.CountPending());
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("small", Line.Outcome(Assert.Single(await line.On(there).RepliesAsync(left))));
    }

    [Fact]
    public async Task A_turn_that_runs_on_one_node_is_not_begun_on_the_other()
    {
        var (slow, idle) = (new GatedSource(), new GatedSource());
        await using var here = data.Bot(change: slow.Alone);
        await using var there = data.Bot(change: idle.Alone);
        var line = await Line.StartAsync(here);
        await line.AskAsync("000.00.15.H37-260914-0003");
        var asked = await line.SayAsync("1234");
        await slow.Asked;
        var behind = await line.On(there).SayAsync("xin chào");
        slow.Answer(null);
        await line.On(there).RepliesAsync(behind);
        var replies = (await line.PollAsync()).Activities.Where(a => a.ReplyToId is not null).Select(a => a.ReplyToId).ToList();
        Assert.Equal([asked, behind], replies[^2..]);
        Assert.False(idle.Asked.IsCompleted);
    }

    [Fact]
    public async Task Conversations_that_change_nodes_with_every_message_are_answered_once_and_in_order()
    {
        await using var here = data.Bot();
        await using var there = data.Bot();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var line = await Line.StartAsync(i % 2 == 0 ? here : there);
            Line[] ways = [line.On(here), line.On(there)];
            var said = new List<string>();
            for (var j = 0; j < 8; j++) said.Add(await ways[j % 2].SayAsync("xin chào", $"m-{j}"));
            var all = await ways[i % 2].UntilAsync(all => said.All(id => all.Any(a => a.ReplyToId == id)));
            Assert.Equal(said, all.Where(a => a.ReplyToId is null).Select(a => a.Id));
            Assert.Equal(said, all.Where(a => a.ReplyToId is not null).Select(a => a.ReplyToId));
        }));
        Assert.Equal(0, here.Log.CountPending());
    }
}
