using System.Net.WebSockets;
using Bot.Channels.DirectLine.Access;
using Bot.Storage.Activities;
using Bot.Storage.Sqlite;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <summary>The stream of a conversation over a WebSocket.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task What_was_posted_before_the_stream_opened_is_replayed_in_order()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        await line.AskAsync("cảm ơn");
        using var stream = await line.StreamAsync();
        Assert.Equal(Ids(line, 1, 2, 3, 4), (await stream.ReadAsync(4)).Select(a => a.Id));
    }

    [Fact]
    public async Task Then_comes_what_is_new_without_gap_or_repetition_echo_before_reply()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        using var stream = await line.StreamAsync();
        for (var i = 0; i < 10; i++) await line.SayAsync("xin chào " + i);
        var read = await stream.ReadAsync(20);
        Assert.Equal(Ids(line, [.. Enumerable.Range(1, 20)]), read.Select(a => a.Id));
        foreach (var reply in read.Where(a => a.ReplyToId is not null))
            Assert.True(read.FindIndex(a => a.Id == reply.ReplyToId) < read.IndexOf(reply));
        // Within a conversation the turns follow the messages.
        Assert.Equal(read.Where(a => a.ReplyToId is null).Select(a => a.Id), read.Where(a => a.ReplyToId is not null).Select(a => a.ReplyToId));
    }

    [Fact]
    public async Task Taken_up_again_it_goes_on_after_the_watermark()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        using var stream = await line.StreamAsync("1");
        await line.AskAsync("cảm ơn");
        Assert.Equal(Ids(line, 2, 3, 4), (await stream.ReadAsync(3)).Select(a => a.Id));
    }

    [Fact]
    public async Task Two_tabs_each_get_everything()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        using var one = await line.StreamAsync();
        using var two = await line.StreamAsync();
        await line.SayAsync("xin chào");
        Assert.Equal((await one.ReadAsync(2)).Select(a => a.Id), (await two.ReadAsync(2)).Select(a => a.Id));
    }

    [Fact]
    public async Task The_oldest_of_too_many_streams_gives_way()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        var streams = new List<Line.StreamReader>();
        for (var i = 0; i < 9; i++)
        {
            streams.Add(await line.StreamAsync());
            // The first frame says that it is served, and so makes the order certain.
            Assert.Equal("", await streams[i].FrameAsync());
        }
        Assert.Null(await streams[0].FrameAsync());
        await line.SayAsync("xin chào");
        Assert.Equal(2, (await streams[8].ReadAsync(2)).Count);
        streams.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Silence_is_filled_with_empty_frames_and_the_clients_are_ignored()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time);
        var line = await Line.StartAsync(bot);
        using var stream = await line.StreamAsync();
        Assert.Equal("", await stream.FrameAsync());
        await stream.Socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("", await stream.FrameAsync());
        await line.SayAsync("xin chào");
        Assert.Equal(2, (await stream.ReadAsync(2)).Count);
    }

    [Fact]
    public async Task What_another_process_logged_comes_with_the_next_empty_frame_at_the_latest()
    {
        using var folder = new TempFolder();
        var time = new ManualTime();
        await using var bot = new TestBot(time, folder.Path);
        var line = await Line.StartAsync(bot);
        using var stream = await line.StreamAsync();
        Assert.Equal("", await stream.FrameAsync());
        await using (var elsewhere = new SqliteDatabase(folder.Path)) await new ActivityLog(elsewhere, time).AppendAsync(line.Id, new NewActivity("""{"type":"event"}"""u8.ToArray()));
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Ids(line, 1), (await stream.ReadAsync(1)).Select(a => a.Id));
    }

    [Fact]
    public async Task A_stopping_server_says_goodbye()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        using var stream = await line.StreamAsync();
        Assert.Equal("", await stream.FrameAsync());
        var stopping = bot.DisposeAsync();
        Assert.Null(await stream.FrameAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.Socket.CloseStatus);
        await stopping;
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_longer_listened_for()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        using (var stream = await line.StreamAsync())
        {
            Assert.Equal("", await stream.FrameAsync());
            Assert.Equal(1, bot.Outbox.Listening);
            await stream.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        Assert.Equal(0, bot.Outbox.Listening);
    }

    private static IEnumerable<string> Ids(Line line, params int[] numbers) => numbers.Select(n => $"{line.Id}|{n:D7}");
}
