using Bot.Storage.Deliveries;
using Bot.Tests.Channels.Contract;

namespace Bot.Tests.Channels.Zalo;

/// <summary>What the bot makes of Zalo's own kinds of events.</summary>
public sealed class EventTests
{
    // What happens after the welcome, and what is answered; null: nothing, and nothing is kept.
    public static TheoryData<string, string?> Events => new()
    {
        { "quote", "Không có gì." },
        { "image with a text", "Không có gì." },
        { "link", "Không có trong văn bản." },
        { "prefix typed", "Mã hồ sơ?" },
        { "prefix alone", "Hỏi gì?" },
        { "user_submit_info", null },
        { "user_seen_message", null },
        { "user_received_message", null },
        { "user_reacted_message", null },
        { "anonymous_send_text", null },
        { "add_user_to_tag", null },
        { "change_oa_daily_quota", null },
        { "user_click_button", null },
        { "user_withdraw", null },
        { "oa_send_text", null },
        { "oa_send_image", null },
        { "oa_send_text by a person", null },
    };

    [Theory, MemberData(nameof(Events))]
    public async Task An_event_is_answered_as_what_it_means(string what, string? answer)
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var channel = (ZaloPush)rig.Channel;
        var user = await rig.MeetAsync();
        var (events, logged) = (channel.Events, rig.Logged());
        await rig.BringAsync(channel.Webhooks.Sign(what switch
        {
            "quote" => events.Text(user, "cảm ơn", quoted: "5a1e"),
            "image with a text" => events.Image(user, "cảm ơn"),
            "link" => events.Link(user),
            "prefix typed" => events.Text(user, "#TTD: tra cứu hồ sơ"),
            "prefix alone" => events.Text(user, "#ttd:"),
            "user_submit_info" => events.SubmitInfo(user),
            "user_seen_message" => events.Seen(user, "zm1", "zm2"),
            "user_received_message" => events.Received(user, "zm1"),
            "user_reacted_message" => events.Reacted(user, "zm1"),
            "anonymous_send_text" => events.Anonymous("cảm ơn"),
            "oa_send_text" => events.OaSent(user, "cảm ơn"),
            "oa_send_image" => events.OaSent(user, "cảm ơn", "image"),
            "oa_send_text by a person" => events.OaSent(user, "cảm ơn", adminId: "7"),
            _ => events.Named(what, user),
        }));
        if (answer is null) Assert.Equal(logged, rig.Logged());
        await rig.SayAsync(user, "hủy");
        var texts = (await rig.TextsAsync(user, answer is null ? 2 : 3)).ToList();
        if (answer is not null) Assert.Contains(answer, texts[1], StringComparison.Ordinal);
        Assert.True(texts[^1] is "Đã hủy." or "Không có gì để hủy.");
    }

    [Fact]
    public async Task Whoever_follows_or_opens_the_chat_is_welcomed_once_and_whoever_leaves_is_only_noted()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        var channel = (ZaloPush)rig.Channel;
        var user = channel.User();
        var follow = channel.Webhooks.Sign(channel.Events.Follow(user));
        await rig.BringAsync(follow, follow, channel.Webhooks.Sign(channel.Events.ClickChatNow(user)), channel.Webhooks.Sign(channel.Events.Unfollow(user)));
        await rig.BringAsync(channel.Webhooks.Sign(channel.Events.ClickChatNow(channel.User(2))));
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        await rig.BringAsync(channel.Webhooks.Sign(channel.Events.Follow(user)));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(channel.User(2), 1));
    }

    [Theory]
    [InlineData("0", "7", true)]
    [InlineData("30", null, true)]
    [InlineData("30", "7", false)]
    public async Task What_the_account_says_is_never_a_citizens_word_and_silences_the_bot_only_where_a_person_is_named(string pause, string? admin, bool speaks)
    {
        await using var rig = await Rig.StartAsync("Zalo", ("Channels:Zalo:PauseMinutes", pause));
        var channel = (ZaloPush)rig.Channel;
        var user = await rig.MeetAsync();
        await rig.BringAsync(channel.Webhooks.Sign(channel.Events.OaSent(user, "tra cứu hồ sơ", adminId: admin)));
        await rig.SayAsync(user, "cảm ơn");
        if (speaks) await rig.ToAsync(user, 2);
        await rig.PassAsync(TimeSpan.FromMinutes(31));
        await rig.SayAsync(user, "hủy");
        Assert.Equal(speaks ? ["Chào mừng.", "Không có gì.", "Không có gì để hủy."] : ["Chào mừng.", "Không có gì để hủy."], await rig.TextsAsync(user, speaks ? 3 : 2));
        Assert.Equal(admin is null ? 0 : 1, rig.Log.Count("admin_id"));
    }

    [Fact]
    public async Task Another_accounts_events_are_left_alone_where_the_account_is_set()
    {
        await using var rig = await Rig.StartAsync("Zalo", ("Channels:Zalo:OaId", "1"));
        await rig.SayAsync(rig.Channel.User(), "xin chào");
        Assert.Equal((0L, 1), (rig.Logged(), rig.Log.Count("Channels:Zalo:OaId")));
    }

    [Theory]
    [InlineData("false", 47, true)]
    [InlineData("false", 49, false)]
    [InlineData("true", 49, true)]
    [InlineData("true", 167, true)]
    [InlineData("true", 169, false)]
    public async Task After_two_days_only_who_wants_to_pay_writes_and_after_seven_nobody(string billed, int hours, bool isSent)
    {
        await using var rig = await Rig.StartAsync("Zalo", ("Channels:Zalo:Billed", billed), ("Limits:OldestEventHours", "700"));
        var channel = (ZaloPush)rig.Channel;
        channel.Zalo.Interacted(channel.User(), rig.Time.GetUtcNow() - TimeSpan.FromHours(hours));
        await rig.BringAsync(channel.OldText(channel.User(), "xin chào", TimeSpan.FromHours(hours)));
        if (isSent) await rig.ToAsync(channel.User(), 1);
        else await rig.WaitingAsync(DeliveryStatus.Waiting, 1);
        Assert.Equal(isSent && hours > 48 ? 1 : 0, channel.Zalo.Billed);
        Assert.Equal(isSent ? 1 : 0, rig.Calls.To(channel.Sending).Count);
    }
}
