using Bot.Tests.Channels.Contract;
using StandIns.Serving;
using StandIns.Zalo;

namespace Bot.Tests.Channels.Zalo;

/// <summary>How the bot comes by access tokens, and what it does without.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task The_token_is_renewed_hours_before_it_expires()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var tokens = Tokens(rig);
        await rig.MeetAsync();
        Assert.Equal(1, tokens.Refreshes);
        await rig.PassAsync(TimeSpan.FromHours(20));
        await rig.MeetAsync(2);
        Assert.Equal(1, tokens.Refreshes);
        await rig.PassAsync(TimeSpan.FromMinutes(11));
        await rig.Calls.UntilAsync(calls => calls.Count(c => c.Path == ZaloStandIn.TokenPath) == 2);
        await rig.MeetAsync(3);
        Assert.Equal((2, 0), (tokens.Refreshes, tokens.SpentAttempts));
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_token_that_is_there()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        await rig.StopAsync();
        rig.Start();
        await rig.MeetAsync(2);
        Assert.Equal((1, 0), (Tokens(rig).Refreshes, Tokens(rig).SpentAttempts));
    }

    [Theory]
    [InlineData(-216)]
    [InlineData(-220)]
    public async Task A_token_that_is_refused_is_renewed_once_for_all_who_wait_for_it(int error)
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        if (error == -220) Tokens(rig).ExpireAccess();
        else rig.Channel.Server.Faults.Next(Fault.Refuse(ZaloError.Answer(-216)), 1, ZaloStandIn.SendPath);
        await Task.WhenAll(Enumerable.Range(2, error == -220 ? 10 : 1).Select(n => rig.SayAsync(rig.Channel.User(n), "xin chào")));
        for (var n = 2; n < (error == -220 ? 12 : 3); n++) await rig.ToAsync(rig.Channel.User(n), 1);
        Assert.Equal((2, 0), (Tokens(rig).Refreshes, Tokens(rig).SpentAttempts));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    [Fact]
    public async Task A_token_that_is_refused_again_and_again_is_not_renewed_again_and_again()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        rig.Channel.Server.Faults.Always(Fault.Refuse(ZaloError.Answer(-216)), ZaloStandIn.SendPath);
        await rig.SayAsync(rig.Channel.User(), "cảm ơn");
        await ShutAsync(rig);
        Assert.Equal((2, 3), (Tokens(rig).Refreshes, rig.Calls.To(ZaloStandIn.SendPath).Count));
    }

    [Fact]
    public async Task Where_the_answer_to_a_renewal_is_lost_the_old_token_serves_and_the_log_says_so()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        rig.Channel.Server.Faults.Next(Fault.DropAfter, 1, ZaloStandIn.TokenPath);
        await rig.PassAsync(TimeSpan.FromHours(20.5));
        await rig.Log.SaysAsync("whether the refresh token is spent is not known");
        await rig.MeetAsync(2);
        await rig.PassAsync(TimeSpan.FromMinutes(10));
        await rig.Log.SaysAsync("was probably spent by a renewal that was cut off");
        await rig.MeetAsync(3);
        Assert.Equal(1, Tokens(rig).SpentAttempts);
    }

    [Fact]
    public async Task Without_any_token_the_channel_is_shut_and_a_new_refresh_token_opens_it_again()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Next(Fault.DropAfter, 1, ZaloStandIn.TokenPath);
        Tokens(rig).ExpireAccess();
        await rig.SayAsync(user, "cảm ơn", "hủy");
        await ShutAsync(rig);
        await rig.StopAsync();
        var (_, refresh) = Tokens(rig).Issue();
        rig.Start(more: ("Channels:Zalo:RefreshToken", refresh));
        // Before that, ten minutes would pass in the middle of the renewal's call, which gives up after seconds.
        await rig.Log.SaysAsync("access token was renewed", 2);
        // And before this one, they would pass before anybody waits for them.
        await ShutAsync(rig);
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(["Chào mừng.", "Không có gì.", "Không có gì để hủy."], await rig.TextsAsync(user, 3));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    [Fact]
    public async Task A_renewal_that_is_on_its_way_when_the_process_stops_is_waited_for_and_written_down()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        var answered = HoldRenewal(rig);
        await rig.PassAsync(TimeSpan.FromHours(20.5));
        await rig.Calls.UntilAsync(calls => calls.Count(c => c.Path == ZaloStandIn.TokenPath) == 2);
        var stopped = rig.StopAsync();
        await rig.Log.SaysAsync(Ending);
        answered.SetResult();
        await stopped;
        await KeptAsync(rig);
    }

    [Fact]
    public async Task So_is_one_that_a_reply_waits_for()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var user = await rig.MeetAsync();
        var answered = HoldRenewal(rig);
        Tokens(rig).ExpireAccess();
        await rig.SayAsync(user, "cảm ơn");
        await rig.Calls.UntilAsync(calls => calls.Count(c => c.Path == ZaloStandIn.TokenPath) == 2);
        var stopped = rig.BreakOffAsync();
        await rig.Log.SaysAsync(Ending);
        answered.SetResult();
        await stopped;
        await KeptAsync(rig);
        var texts = rig.TextsAsync(user, 2);
        await rig.Time.PassUntilAsync(texts, TimeSpan.FromSeconds(1));
        Assert.Equal(["Chào mừng.", "Không có gì."], await texts);
    }

    [Fact]
    public async Task A_process_that_ends_without_the_answer_tries_the_token_once_more_and_says_what_is_wrong()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var user = await rig.MeetAsync();
        var never = HoldRenewal(rig);
        await rig.PassAsync(TimeSpan.FromHours(20.5));
        await rig.Calls.UntilAsync(calls => calls.Count(c => c.Path == ZaloStandIn.TokenPath) == 2);
        var stopped = rig.StopAsync();
        await rig.Log.SaysAsync(Ending);
        rig.Time.Advance(Rig.Patience);
        await stopped;
        rig.Start();
        await rig.Log.SaysAsync("nobody knows whether it is spent");
        await rig.Log.SaysAsync("was probably spent by a renewal that was cut off");
        // The old access token is good for some hours yet.
        await rig.SayAsync(user, "cảm ơn");
        await rig.ToAsync(user, 2);
        Assert.Equal(1, Tokens(rig).SpentAttempts);
    }

    [Fact]
    public async Task A_server_that_is_away_costs_no_token()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.MeetAsync();
        await rig.Channel.Server.StopAsync();
        await rig.PassAsync(TimeSpan.FromHours(20.5));
        await rig.Log.SaysAsync("could not be renewed (no connection");
        await rig.Channel.Server.StartAsync();
        await rig.PassAsync(TimeSpan.FromMinutes(10));
        await rig.Calls.UntilAsync(calls => calls.Count(c => c.Path == ZaloStandIn.TokenPath) == 2);
        Assert.Equal((2, 0), (Tokens(rig).Refreshes, Tokens(rig).SpentAttempts));
    }

    private const string Ending = "The process ends once the renewal";

    // The next run has the pair and need not ask for another.
    // The next renewal is taken, and answered only once the test says so.
    private static TaskCompletionSource HoldRenewal(Rig rig)
    {
        var answered = new TaskCompletionSource();
        rig.Channel.Server.Faults.Next(Fault.HoldAfter(answered.Task), 1, ZaloStandIn.TokenPath);
        return answered;
    }

    private static async Task KeptAsync(Rig rig)
    {
        rig.Start();
        await rig.MeetAsync(2);
        Assert.Equal((2, 0), (Tokens(rig).Refreshes, Tokens(rig).SpentAttempts));
        Assert.Equal(2, rig.Calls.All.Count(c => c.Path == ZaloStandIn.TokenPath));
    }

    private static ZaloTokens Tokens(Rig rig) => ((ZaloPush)rig.Channel).Zalo.Tokens;

    private static Task ShutAsync(Rig rig) => rig.Time.WaitBegunAsync(TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.1));
}
