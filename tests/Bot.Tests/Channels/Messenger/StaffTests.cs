using Bot.Tests.Channels.Contract;

namespace Bot.Tests.Channels.Messenger;

/// <summary>What happens when a person of the department writes in the page's inbox.</summary>
public sealed class StaffTests
{
    private const string Inbox = "263902037430900";

    [Theory]
    [InlineData(null, MessengerPush.AppId)]
    [InlineData(Inbox, MessengerPush.AppId)]
    [InlineData(null, "")]
    [InlineData(Inbox, "")]
    public async Task While_a_person_has_the_conversation_the_bot_keeps_quiet_and_then_speaks_again(string? app, string ours)
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:PauseMinutes", "30"), ("Channels:Messenger:AppId", ours));
        var channel = (MessengerPush)rig.Channel;
        var user = await rig.MeetAsync();
        await rig.BringAsync(channel.Webhooks.Sign([channel.Events.Echo(user, "Chào anh, tôi là cán bộ.", app)]));
        await rig.SayAsync(user, "cảm ơn", "nộp hồ sơ ở đâu");
        await rig.MeetAsync(2);
        await rig.PassAsync(TimeSpan.FromMinutes(31));
        await rig.SayAsync(user, "hủy");
        Assert.Equal(["Chào mừng.", "Không có gì để hủy."], await rig.TextsAsync(user, 2));
    }

    [Theory]
    [InlineData("30", MessengerPush.AppId)]
    [InlineData("0", null)]
    [InlineData("0", Inbox)]
    public async Task Our_own_messages_silence_nobody_and_without_a_pause_no_ones_do(string pause, string? app)
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:PauseMinutes", pause));
        var channel = (MessengerPush)rig.Channel;
        var user = await rig.MeetAsync();
        var logged = rig.Logged();
        await rig.BringAsync(channel.Webhooks.Sign([channel.Events.Echo(user, "Chào mừng.", app)]));
        Assert.Equal(logged, rig.Logged());
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_our_apps_id_our_own_messages_are_told_by_what_they_carry_and_templates_by_their_kind(bool isTemplate)
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:AppId", ""));
        var channel = (MessengerPush)rig.Channel;
        var user = await rig.MeetAsync();
        var carried = rig.Calls.Messages[^1].Body.GetProperty("message").GetProperty("metadata").GetString();
        var echo = channel.Events.Echo(user, "Chào mừng.", MessengerPush.AppId, metadata: isTemplate ? null : carried);
        if (isTemplate) echo["message"]!["attachments"] = channel.Events.Attachment(user, "template")["message"]!["attachments"]!.DeepClone();
        await rig.BringAsync(channel.Webhooks.Sign([echo]));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
    }

    [Fact]
    public async Task What_a_person_writes_opens_no_window()
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:PauseMinutes", "1"), ("Limits:OldestEventHours", "100"));
        var channel = (MessengerPush)rig.Channel;
        var user = await rig.MeetAsync();
        await rig.PassAsync(TimeSpan.FromHours(25));
        await rig.BringAsync(channel.Webhooks.Sign([channel.Events.Echo(user, "Chào anh.", null)]));
        await rig.PassAsync(TimeSpan.FromMinutes(2));
        await rig.BringAsync(rig.Channel.OldText(user, "cảm ơn", TimeSpan.FromHours(24.5)));
        await rig.WaitingAsync(Bot.Storage.Deliveries.DeliveryStatus.Waiting, 1);
        await rig.ToAsync(user, 1);
    }
}
