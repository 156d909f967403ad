using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;
using StandIns.Serving;

namespace Bot.Tests.Channels.Contract;

/// <summary>What every push channel's replies survive.</summary>
public sealed class RestartContract
{
    private const string Twice = "possibly twice";

    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task Replies_that_a_run_could_not_deliver_are_delivered_by_the_next_in_order_and_once(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await LeaveAsync(rig, user);
        await rig.Channel.Server.StartAsync();
        rig.Start();
        // The first had been tried: its wait goes on.
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Enumerable.Range(1, 3).Select(n => Rig.Numbered(n).Answer), (await rig.TextsAsync(user, 4)).Skip(1));
        // None of them was ever with the server: the server was away, and those behind the first had not been begun.
        Assert.Equal(0, rig.Log.Count(Twice));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Only_what_was_on_its_way_when_the_run_ended_may_come_twice(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var never = new TaskCompletionSource();
        var arrived = rig.Calls.All.Count;
        rig.Channel.Server.Faults.Next(Fault.HoldAfter(never.Task), 1, rig.Channel.Sending);
        await rig.SayAsync(user, Enumerable.Range(1, 3).Select(n => Rig.Numbered(n).Text));
        await rig.Calls.ArrivedAsync(arrived + 1);
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 3);
        await rig.BreakOffAsync();
        rig.Start();
        var texts = rig.TextsAsync(user, 5);
        await rig.Time.PassUntilAsync(texts, TimeSpan.FromSeconds(1));
        Assert.Equal([.. new[] { 1, 1, 2, 3 }.Select(n => Rig.Numbered(n).Answer)], (await texts).Skip(1));
        Assert.Equal(1, rig.Log.Count(Twice));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_channel_that_is_switched_off_keeps_what_is_for_it_until_it_is_on_again(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await LeaveAsync(rig, user);
        await rig.Channel.Server.StartAsync();
        var calls = rig.Calls.To(rig.Channel.Sending).Count;

        rig.Start(isOn: false);
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        // The web chat is none the worse for it.
        Assert.Equal("small", Line.Outcome(await (await Line.StartAsync(rig.Bot)).AskAsync("xin chào")));
        Assert.Equal(3, rig.Deliveries.Count(DeliveryStatus.Queued));
        Assert.Equal(calls, rig.Calls.To(rig.Channel.Sending).Count);
        await rig.StopAsync();

        rig.Start();
        Assert.Equal(Enumerable.Range(1, 3).Select(n => Rig.Numbered(n).Answer), (await rig.TextsAsync(user, 4)).Skip(1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_message_that_was_acknowledged_before_the_end_is_answered_after_it_and_not_taken_again(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var webhook = rig.Channel.Text(user, "cảm ơn");
        await rig.BringAsync(webhook);
        await rig.StopAsync();
        rig.Start();
        await rig.BringAsync(webhook);
        await rig.SayAsync(user, "hủy");
        Assert.Equal(["Chào mừng.", "Không có gì.", "Không có gì để hủy."], await rig.TextsAsync(user, 3));
    }

    private static async Task LeaveAsync(Rig rig, string user)
    {
        await rig.Channel.Server.StopAsync();
        await rig.SayAsync(user, Enumerable.Range(1, 3).Select(n => Rig.Numbered(n).Text));
        await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1.01));
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 3);
        await rig.StopAsync();
    }
}
