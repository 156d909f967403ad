using System.Text.Json.Nodes;
using Bot.Tests.Channels.Contract;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Messenger;

/// <summary>What the bot makes of the platform's own kinds of events.</summary>
public sealed class EventTests
{
    // What happens, and what is answered to it after the welcome.
    public static TheoryData<string, string?> Answered => new()
    {
        { "quick reply", "Mã hồ sơ?" },
        { "quick reply without payload", "Không có gì." },
        { "postback", "Mã hồ sơ?" },
        { "postback without payload", "Mã hồ sơ?" },
        { "get started", "Chào mừng." },
        { "get started from a link", "Chào mừng." },
        { "GET_STARTED typed", "Không có trong văn bản." },
        { "reply to a message", "Không có gì." },
        { "image with a text", "Không có gì." },
        { "fallback", "Không có trong văn bản." },
        { "deleted", null },
        { "reaction", null },
        { "read", null },
        { "delivery", null },
        { "standby", null },
        { "changes", null },
        { "another object", null },
        { "our own echo", null },
    };

    [Theory, MemberData(nameof(Answered))]
    public async Task An_event_is_answered_as_what_it_means(string what, string? answer)
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var channel = (MessengerPush)rig.Channel;
        var user = await rig.MeetAsync();
        var events = channel.Events;
        await rig.BringAsync(what switch
        {
            "standby" => channel.Webhooks.SignBody(channel.Webhooks.Body([[events.Text(user, "cảm ơn")]], "standby")),
            "changes" => channel.Webhooks.SignBody(channel.Webhooks.Body([[events.Text(user, "cảm ơn")]], "changes")),
            "another object" => channel.Webhooks.SignBody(channel.Webhooks.Body([[events.Text(user, "cảm ơn")]], ofObject: "instagram")),
            _ => channel.Webhooks.Sign([Made(what, user, events)]),
        });
        await rig.SayAsync(user, "hủy");
        var texts = (await rig.TextsAsync(user, answer is null ? 2 : 3)).ToList();
        if (answer is not null) Assert.Contains(answer, texts[1], StringComparison.Ordinal);
        Assert.True(texts[^1] is "Đã hủy." or "Không có gì để hủy.");
    }

    [Fact]
    public async Task A_button_to_begin_is_answered_each_time_and_a_link_only_the_first()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var channel = (MessengerPush)rig.Channel;
        var user = rig.Channel.User();
        await rig.BringAsync(channel.Webhooks.Sign([channel.Events.GetStarted(user, "GET_STARTED", "bien-nhan")]));
        await rig.PassAsync(TimeSpan.FromSeconds(1));
        await rig.BringAsync(channel.Webhooks.Sign([channel.Events.Referral(user, "bien-nhan"), channel.Events.Postback(user, "Bắt đầu", "GET_STARTED")]));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 3));
    }

    [Fact]
    public async Task Another_pages_events_are_left_alone_where_the_page_is_set()
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:PageId", "109876543210987654"));
        var channel = (MessengerPush)rig.Channel;
        var other = new MessengerWebhook("200000000000000002", channel.Graph.AppSecret!, rig.Time, MessengerPush.AppId);
        await rig.BringAsync(other.Text(rig.Channel.User(), "xin chào"));
        Assert.Equal(0, rig.Logged());
        Assert.Equal(1, rig.Log.Count("Channels:Messenger:PageId"));
        await rig.MeetAsync();
        Assert.Contains("/v26.0/109876543210987654/messages", rig.Calls.To("/messages")[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_several_citizens_and_entries_is_answered_to_each()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var channel = (MessengerPush)rig.Channel;
        var (one, two) = (rig.Channel.User(), rig.Channel.User(2));
        await rig.BringAsync(channel.Webhooks.SignEntries([[channel.Events.Text(one, "xin chào"), channel.Events.Text(two, "xin chào")], [channel.Events.Text(one, "cảm ơn")]]));
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(one, 2));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(two, 1));
    }

    private static JsonObject Made(string what, string user, MessengerEvents events) => what switch
    {
        "quick reply" => events.QuickReply(user, "1. tra cứu", "tra cứu hồ sơ"),
        "quick reply without payload" => events.QuickReply(user, "cảm ơn", ""),
        "postback" => events.Postback(user, "Xem hồ sơ", "tra cứu hồ sơ"),
        "postback without payload" => WithoutPayload(events.Postback(user, "tra cứu hồ sơ", "x")),
        "get started" => events.Postback(user, "Bắt đầu", "GET_STARTED"),
        "get started from a link" => events.GetStarted(user, "GET_STARTED", "bien-nhan"),
        "GET_STARTED typed" => events.Text(user, "GET_STARTED"),
        "reply to a message" => events.ReplyTo(user, "cảm ơn", "m_1"),
        "image with a text" => events.Attachment(user, "image", "cảm ơn"),
        "fallback" => events.Attachment(user, "fallback"),
        "deleted" => events.Deleted(user, "m_1"),
        "reaction" => events.Reaction(user, "m_1"),
        "read" => events.Read(user),
        "delivery" => events.Delivery(user, "m_1"),
        "our own echo" => events.OwnEcho(user, "cảm ơn"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static JsonObject WithoutPayload(JsonObject postback)
    {
        postback["postback"]!.AsObject().Remove("payload");
        return postback;
    }
}
