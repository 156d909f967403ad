using Bot.Storage.Deliveries;
using Bot.Tests.Dossiers.Following;
using StandIns.Zalo;

namespace Bot.Tests.Channels.Contract;

/// <summary>A dossier's change after a channel's window has closed: by the template that the operator has set, or with the citizen's next message.</summary>
public sealed class ChangeTemplateTests
{
    [Fact]
    public async Task Zalo_takes_it_as_a_template()
    {
        await using var rig = await FollowedAsync("Zalo", ("Channels:Zalo:ChangeTemplate", "7895417"));
        Zalo(rig).Templates["7895417"] = ["ma_ho_so", "trang_thai"];
        await rig.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal(FollowContract.Code + " | Đang xử lý", await ToldAsync(rig));
        Assert.Equal(0, Zalo(rig).Billed);
    }

    [Fact]
    public async Task Messenger_takes_it_as_a_utility_template()
    {
        await using var rig = await FollowedAsync("Messenger", ("Channels:Messenger:ChangeTemplate", "ho_so_thay_doi"));
        await rig.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(FollowContract.Code + " | Đang xử lý", await ToldAsync(rig));
    }

    [Fact]
    public async Task Within_the_window_it_is_a_message()
    {
        await using var rig = await FollowedAsync("Zalo", ("Channels:Zalo:ChangeTemplate", "7895417"));
        Assert.StartsWith(FollowContract.Code + " có thay đổi.", await ToldAsync(rig), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zalo")]
    [InlineData("Messenger")]
    public async Task Without_a_template_it_waits_for_the_citizens_next_message(string channel)
    {
        await using var rig = await FollowedAsync(channel);
        await ItWaitsAsync(rig);
    }

    [Fact]
    public async Task A_template_that_is_refused_loses_nothing()
    {
        // The stand-in knows no template of this number.
        await using var rig = await FollowedAsync("Zalo", ("Channels:Zalo:ChangeTemplate", "1"));
        await ItWaitsAsync(rig);
    }

    private static async Task<Rig> FollowedAsync(string channel, params (string Key, string Value)[] settings)
    {
        var rig = await Rig.StartAsync(channel, settings);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, FollowContract.Code + " 1234", "báo cho tôi khi có thay đổi");
        await rig.ToAsync(user, 3);
        return rig;
    }

    private static async Task<string?> ToldAsync(Rig rig)
    {
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        return (await rig.ToAsync(rig.Channel.User(1), 4))[3].Text;
    }

    private static async Task ItWaitsAsync(Rig rig)
    {
        await rig.PassAsync(TimeSpan.FromDays(8));
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        await rig.WaitingAsync(DeliveryStatus.Waiting, 1);
        rig.Channel.Acted(rig.Channel.User(1));
        await rig.SayAsync(rig.Channel.User(1), "cảm ơn");
        Assert.StartsWith(FollowContract.Code + " có thay đổi.", (await rig.ToAsync(rig.Channel.User(1), 5))[3].Text, StringComparison.Ordinal);
    }

    private static ZaloStandIn Zalo(Rig rig) => (ZaloStandIn)rig.Channel.Server;
}
