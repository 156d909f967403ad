using Bot.Storage.Deliveries;
using StandIns.Connector;
using StandIns.Serving;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Connector;

/// <summary>What becomes of a reply when the service, or the login, does not do as it should.</summary>
public sealed class ConnectorDeliveryTests
{
    private const string Sending = ConnectorRig.Sending;

    [Fact]
    public async Task Our_token_is_fetched_once_for_many_replies_and_again_when_it_ends()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => rig.BringAsync(rig.Says.Message($"29:{n}", "xin chào"))));
        await rig.SentAsync(20);
        Assert.Equal(1, rig.Service.TokenRequests);
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.SayAsync("xin chào");
        await rig.SentAsync(21);
        Assert.Equal(2, rig.Service.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_replaced_at_once()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        rig.Service.Login.Revoke();
        await rig.SayAsync("cảm ơn");
        Assert.Equal("Không có gì.", (await rig.SentAsync(2))[1].Text);
        Assert.Equal([201, 401, 201], rig.Service.Calls.To(Sending).Select(c => c.Status));
        Assert.Equal(2, rig.Service.TokenRequests);
    }

    [Fact]
    public async Task A_service_that_refuses_every_token_makes_us_log_in_once_and_try_minutes_later()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        rig.Service.Faults.Always(Fault.Refuse(ConnectorError.Of(401, "Unauthorized", "no")), Sending);
        await rig.SayAsync("cảm ơn", "hủy");
        await rig.Time.WaitedForAsync(TimeSpan.FromMinutes(5)).WaitAsync(Hosting.Line.Patience);
        await rig.BringAsync(rig.Says.Message("29:another", "xin chào"));
        await rig.Log.SaysAsync("our token is not taken", 2);
        // The second citizen's reply meets a token that is new: it is not asked for once more.
        Assert.Equal((2, 4), (rig.Service.TokenRequests, rig.Service.Calls.To(Sending).Count));
        rig.Service.Faults.Clear();
        await rig.StoredAsync(() => rig.Deliveries.List().Count(d => d.Tries == 1) == 2);
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["Chào mừng.", "Chào mừng.", "Không có gì để hủy.", "Không có gì."], (await rig.TextsAsync(4)).Order());
    }

    [Fact]
    public async Task A_login_that_fails_shuts_the_channel_for_half_a_minute()
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.Service.Faults.Next(Fault.Status(500), path: ConnectorStandIn.TokenPath);
        await rig.SayAsync("xin chào");
        await rig.Time.WaitedForAsync(TimeSpan.FromSeconds(30)).WaitAsync(Hosting.Line.Patience);
        await rig.BringAsync(rig.Says.Message("29:another", "xin chào"));
        Assert.Empty(rig.Service.Calls.To(Sending));
        Assert.Equal(1, rig.Service.TokenRequests);
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await rig.SayAsync("cảm ơn");
        await rig.Service.Calls.MessagesAsync(2);
        Assert.Equal(2, rig.Service.TokenRequests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_service_that_says_when_is_asked_again_then(int status)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        var busy = ConnectorError.Of(status, "Busy", "later") with { Headers = new Dictionary<string, string> { ["Retry-After"] = "37" } };
        rig.Service.Faults.Next(Fault.Refuse(busy), path: Sending);
        await rig.SayAsync("cảm ơn");
        await rig.Time.WaitedForAsync(TimeSpan.FromSeconds(37)).WaitAsync(Hosting.Line.Patience);
        Assert.Equal(2, rig.Service.Calls.To(Sending).Count);
        rig.Time.Advance(TimeSpan.FromSeconds(37));
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(2));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    [Theory]
    [InlineData(412, null)]
    [InlineData(429, null)]
    [InlineData(429, "0")]
    [InlineData(503, null)]
    public async Task A_service_that_does_not_say_when_is_asked_again_after_a_second_or_less(int status, string? retryAfter)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        var busy = ConnectorError.Of(status, "Busy", "later");
        if (retryAfter is not null) busy = busy with { Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter } };
        rig.Service.Faults.Next(Fault.Refuse(busy), path: Sending);
        await rig.SayAsync("cảm ơn");
        rig.Time.Advance(await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1)));
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(2));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    public static TheoryData<string, Fault, int> Unclear => new()
    {
        { "500", Fault.Status(500), 1 },
        { "502", Fault.Status(502), 1 },
        { "504 after it was taken", Fault.TakeThen(Answer.Page(504)), 2 },
        { "the connection broke before", Fault.DropBefore, 1 },
        { "the connection broke after", Fault.DropAfter, 2 },
    };

    [Theory]
    [MemberData(nameof(Unclear), DisableDiscoveryEnumeration = true)]
    public async Task What_may_or_may_not_have_arrived_is_sent_again_and_the_log_says_possibly_twice(string what, Fault fault, int taken)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        rig.Service.Faults.Next(fault, path: Sending);
        await rig.SayAsync("cảm ơn");
        rig.Time.Advance(await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1)));
        Assert.Equal(Enumerable.Repeat("Không có gì.", taken), (await rig.TextsAsync(1 + taken)).Skip(1));
        Assert.Equal((what, 1), (what, rig.Log.Count("possibly twice")));
        await rig.StoredAsync(() => rig.Undelivered == 0);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task What_the_service_will_never_take_is_given_up_and_kept_and_the_next_reply_is_sent(int status)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        rig.Service.Faults.Next(Fault.Refuse(rig.Service.Error(status)!), path: Sending);
        await rig.SayAsync("hủy", "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(2));
        await rig.StoredAsync(() => rig.Undelivered == 1);
        var given = Assert.Single(rig.Deliveries.List(DeliveryStatus.Dead));
        Assert.Equal(("connector", $"HTTP {status}"), (given.Channel, given.Trouble));
        Assert.Equal(1, rig.Log.Count("it is kept"));
    }

    [Fact]
    public async Task What_was_not_delivered_is_sent_after_a_restart_to_where_it_belongs()
    {
        await using var rig = await ConnectorRig.StartAsync("/amer/v1/");
        await rig.MeetAsync();
        rig.Service.Faults.Always(Fault.Refuse(ConnectorError.Of(503, "Down", "later")), Sending);
        await rig.BringAsync(rig.Says.Message(ConnectorRig.Citizen, "cảm ơn", "a|1"));
        await rig.StoredAsync(() => rig.Deliveries.List() is [{ Tries: 1 }]);
        await rig.StopAsync();
        rig.Service.Faults.Clear();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        rig.Start();
        Assert.Equal("Không có gì.", (await rig.SentAsync(2))[1].Text);
        var call = rig.Service.Calls.To(Sending)[^1];
        Assert.Equal(("/amer/v1/v3/conversations/19%3A29%3Acitizen-1%7Cthread.v2/activities/a%7C1", "Bearer bot-token-0002"), (call.Path, call.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_service_that_is_no_longer_trusted_gets_nothing_after_a_restart()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.MeetAsync();
        rig.Service.Faults.Always(Fault.Refuse(ConnectorError.Of(503, "Down", "later")), Sending);
        await rig.SayAsync("cảm ơn");
        await rig.StoredAsync(() => rig.Deliveries.List() is [{ Tries: 1 }]);
        await rig.StopAsync();
        rig.Service.Faults.Clear();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        var calls = rig.Service.Calls.All.Count;
        rig.Start(("Channels:Connector:Development", "false"));
        await rig.StoredAsync(() => rig.Deliveries.Count(DeliveryStatus.Dead) == 1);
        Assert.Equal(calls, rig.Service.Calls.All.Count);
    }

    [Fact]
    public async Task No_secret_stands_in_the_log_or_the_store()
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.Service.Faults.Next(Fault.Status(500), path: ConnectorStandIn.TokenPath);
        var token = rig.Token();
        await rig.SayAsync("xin chào");
        await rig.Time.WaitedForAsync(TimeSpan.FromSeconds(30)).WaitAsync(Hosting.Line.Patience);
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await rig.SentAsync(1);
        foreach (var status in (int[])[401, 403]) rig.Service.Faults.Next(Fault.Refuse(rig.Service.Error(status)!), path: Sending);
        await rig.SayAsync("cảm ơn");
        await rig.Log.SaysAsync("did not take reply", 2);
        using var refused = await rig.Bot.Http.SendAsync(ConnectorActivities.Sign(rig.Says.Message("29:x", "xin chào"), token + "x").To(ConnectorRig.Path));
        Assert.Equal(401, (int)refused.StatusCode);
        var written = string.Join('\n', rig.Log.Lines) + rig.Kept + string.Join('\n', rig.Deliveries.List().Select(d => d.ToString()));
        foreach (var secret in (string[])[rig.Service.Login.Password, "bot-token-", token, token.Split('.')[2]]) Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
    }
}
