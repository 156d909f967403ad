using Bot.Storage.Deliveries;

namespace Bot.Tests.Channels.Contract;

/// <summary>What becomes, on every push channel, of replies that cannot be delivered now: nothing is lost, and nothing is forced on anybody.</summary>
public sealed class UndeliveredContract
{
    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task A_reply_to_a_citizen_who_wants_none_is_given_up_kept_listed_and_sent_on_demand(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.Block(user);
        await rig.SayAsync(user, "tra cứu hồ sơ", "hủy");
        await rig.WaitingAsync(DeliveryStatus.Dead, 2);
        var list = await rig.CommandAsync("list");
        Assert.Contains($"{rig.Channel.Stored} đã thôi gửi, 1 lần", list, StringComparison.Ordinal);
        Assert.EndsWith("2 câu trả lời chưa gửi được\n", list.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain(user, list, StringComparison.Ordinal);

        rig.Channel.Acted(user);
        var conversation = list.Split(' ')[0];
        Assert.StartsWith("0 ", await rig.CommandAsync("send-again", "another-conversation"), StringComparison.Ordinal);
        Assert.StartsWith("2 ", await rig.CommandAsync("send-again", conversation), StringComparison.Ordinal);
        rig.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(["Chào mừng.", "Mã hồ sơ?", "Đã hủy."], await rig.TextsAsync(user, 3));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 0);
        Assert.StartsWith("0 câu trả lời chưa gửi được", await rig.CommandAsync("list"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_was_given_up_holds_up_nothing_that_comes_after_it(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.Block(user);
        await rig.SayAsync(user, "tra cứu hồ sơ");
        await rig.WaitingAsync(DeliveryStatus.Dead, 1);
        rig.Channel.Acted(user);
        await rig.SayAsync(user, "hủy");
        Assert.Equal(["Chào mừng.", "Đã hủy."], await rig.TextsAsync(user, 2));
        Assert.Equal(1, rig.Deliveries.Count(DeliveryStatus.Dead));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Where_the_server_says_that_the_window_is_closed_a_reply_waits_for_the_citizens_next_message_and_comes_before_its_answer(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.CloseWindow(user);
        await rig.SayAsync(user, "tra cứu hồ sơ", "hủy");
        await rig.WaitingAsync(DeliveryStatus.Waiting, 2);
        Assert.Contains("chờ người dân nhắn lại", await rig.CommandAsync("list"), StringComparison.Ordinal);
        // Days later, longer than any reply is tried.
        await rig.PassAsync(TimeSpan.FromDays(5));
        rig.Channel.Acted(user);
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Mã hồ sơ?", "Đã hủy.", "Không có gì."], await rig.TextsAsync(user, 4));
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_reply_that_waited_for_the_citizen_and_then_fails_is_tried_again_as_if_it_were_new(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.CloseWindow(user);
        await rig.SayAsync(user, "tra cứu hồ sơ");
        await rig.WaitingAsync(DeliveryStatus.Waiting, 1);
        await rig.PassAsync(TimeSpan.FromDays(5));
        rig.Channel.Acted(user);
        rig.Channel.Server.Faults.Next(rig.Channel.NotTaken, 1, rig.Channel.Sending);
        await rig.SayAsync(user, "hủy");
        rig.Time.Advance(await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1.1)));
        Assert.Equal(["Chào mừng.", "Mã hồ sơ?", "Đã hủy."], await rig.TextsAsync(user, 3));
        Assert.Equal(0, rig.Deliveries.Count(DeliveryStatus.Dead));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Past_the_window_the_server_is_not_even_asked(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Delivery:GiveUpHours", "700"), ("Limits:OldestEventHours", "700"));
        var user = rig.Channel.User();
        await rig.BringAsync(rig.Channel.OldText(user, "xin chào", rig.Channel.Window + TimeSpan.FromSeconds(1)));
        await rig.WaitingAsync(DeliveryStatus.Waiting, 1);
        Assert.Empty(rig.Calls.To(rig.Channel.Sending));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
        await rig.BringAsync(rig.Channel.OldText(rig.Channel.User(2), "xin chào", rig.Channel.Window));
        await rig.ToAsync(rig.Channel.User(2), 1);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_could_not_be_delivered_for_so_long_is_given_up(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Delivery:GiveUpHours", "2"));
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Always(rig.Channel.NotTaken, rig.Channel.Sending);
        await rig.SayAsync(user, "tra cứu hồ sơ");
        await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1.01));
        rig.Time.Advance(TimeSpan.FromMinutes(119));
        await rig.Log.SaysAsync("next try in", 2);
        Assert.Equal(0, rig.Deliveries.Count(DeliveryStatus.Dead));
        await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(2));
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.WaitingAsync(DeliveryStatus.Dead, 1);
        Assert.Equal(1, rig.Log.Count("(tried for too long); it is kept"));
        // A later reply does not suffer for it.
        rig.Channel.Server.Faults.Clear();
        await rig.SayAsync(user, "hủy");
        Assert.Equal(["Chào mừng.", "Đã hủy."], await rig.TextsAsync(user, 2));
    }
}
