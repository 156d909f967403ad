using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;
using StandIns.Serving;

namespace Bot.Tests.Channels.Contract;

/// <summary>How every push channel's replies fare when its server fails them for a while.</summary>
public sealed class RetryContract
{
    private const string Twice = "possibly twice";

    public static TheoryData<string> Channels => PushChannel.Names;

    // Each with how often the citizen has the message when the server fails two times and then does not: nobody can know better.
    public static TheoryData<string, string, int> Failures
    {
        get
        {
            var all = new TheoryData<string, string, int>();
            foreach (var row in PushChannel.Names)
            {
                foreach (var fault in (string[])["refuses for now", "500", "503", "drops before", "not JSON"]) all.Add(row, fault, 1);
                foreach (var fault in (string[])["drops after", "takes and answers 504"]) all.Add(row, fault, 3);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Failures))]
    public async Task What_fails_is_tried_again_after_growing_waits_until_it_is_there(string channel, string failure, int copies)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Next(Fault(rig, failure), 2, rig.Channel.Sending);
        await rig.SayAsync(user, "hủy");
        for (var tries = 0; tries < 2; tries++) rig.Time.Advance(await WaitAsync(rig, tries));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", .. Enumerable.Repeat("Không có gì để hủy.", copies), "Không có gì."], await rig.TextsAsync(user, copies + 2));
        Assert.Equal(failure == "refuses for now" ? 0 : 2, rig.Log.Count(Twice));
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 0);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task The_waits_grow_up_to_a_bound(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Delivery:LongestWaitSeconds", "8"));
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Next(rig.Channel.NotTaken, 6, rig.Channel.Sending);
        await rig.SayAsync(user, "cảm ơn");
        for (var tries = 0; tries < 6; tries++) rig.Time.Advance(await WaitAsync(rig, Math.Min(tries, 3)));
        await rig.ToAsync(user, 2);
        Assert.Equal(0, rig.Log.Count(Twice));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_server_that_is_away_surely_has_nothing(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.Channel.Server.StopAsync();
        await rig.SayAsync(user, "cảm ơn");
        var wait = await WaitAsync(rig, 0);
        await rig.Channel.Server.StartAsync();
        rig.Time.Advance(wait);
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
        Assert.Equal(0, rig.Log.Count(Twice));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task While_a_reply_is_tried_again_those_behind_it_wait_and_other_citizens_do_not(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Next(rig.Channel.NotTaken, 1, rig.Channel.Sending);
        await rig.SayAsync(user, Rig.Numbered(1).Text);
        var wait = await WaitAsync(rig, 0);
        await rig.SayAsync(user, Rig.Numbered(2).Text, Rig.Numbered(3).Text);
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 3);
        await rig.MeetAsync(2);
        await rig.ToAsync(user, 1);
        rig.Time.Advance(wait);
        Assert.Equal(Enumerable.Range(1, 3).Select(n => Rig.Numbered(n).Answer), (await rig.TextsAsync(user, 4)).Skip(1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_server_that_does_not_answer_is_waited_for_so_long_and_stops_no_other_citizen(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var never = new TaskCompletionSource();
        rig.Channel.Server.Faults.Next(StandIns.Serving.Fault.Hold(never.Task), 1, rig.Channel.Sending);
        var calls = rig.Calls.All.Count;
        await rig.SayAsync(user, "cảm ơn");
        await rig.Calls.ArrivedAsync(calls + 1);
        await rig.MeetAsync(2);
        await rig.WaitingAsync(DeliveryStatus.Queued, 1);
        rig.Time.Advance(Rig.Patience);
        rig.Time.Advance(await WaitAsync(rig, 0));
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
        Assert.Equal(1, rig.Log.Count(Twice));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_server_to_which_it_is_too_much_is_left_alone_and_everything_arrives_afterwards(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        rig.Channel.Server.Faults.RateLimit(3, TimeSpan.FromSeconds(1), rig.Channel.Sending);
        var citizens = Enumerable.Range(1, 8).Select(n => rig.Channel.User(n)).ToList();
        foreach (var user in citizens) await rig.SayAsync(user, "xin chào");
        foreach (var left in (int[])[5, 2])
        {
            await RatedAsync(rig, left);
            var calls = rig.Calls.To(rig.Channel.Sending).Count;
            // Whoever comes now is not tried at all.
            if (left == 2)
            {
                await rig.SayAsync(rig.Channel.User(9), "xin chào");
                await RatedAsync(rig, 1);
                Assert.Equal(calls, rig.Calls.To(rig.Channel.Sending).Count);
                rig.Channel.Server.Faults.Clear();
            }
            rig.Time.Advance(rig.Channel.RateWait);
        }
        foreach (var user in citizens.Append(rig.Channel.User(9))) await rig.ToAsync(user, 1);
        Assert.Equal(0, rig.Log.Count(Twice));
    }

    private static async Task RatedAsync(Rig rig, int waiting)
    {
        for (var i = 0; i < waiting; i++) await rig.Time.WaitBegunAsync(rig.Channel.RateWait - TimeSpan.FromSeconds(0.1), rig.Channel.RateWait + TimeSpan.FromSeconds(0.1));
    }

    // Twice as long each time, less up to a half by chance.
    private static Task<TimeSpan> WaitAsync(Rig rig, int tries) => rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(Math.Pow(2, tries - 1)) - TimeSpan.FromTicks(1), TimeSpan.FromSeconds(Math.Pow(2, tries)) + TimeSpan.FromTicks(1));

    private static Fault Fault(Rig rig, string failure) => failure switch
    {
        "refuses for now" => rig.Channel.NotTaken,
        "500" => StandIns.Serving.Fault.Status(500),
        "503" => StandIns.Serving.Fault.Status(503),
        "drops before" => StandIns.Serving.Fault.DropBefore,
        "drops after" => StandIns.Serving.Fault.DropAfter,
        "not JSON" => StandIns.Serving.Fault.NotJson,
        _ => StandIns.Serving.Fault.TakeThen(Answer.Page(504)),
    };
}
