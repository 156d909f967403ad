using Bot.Storage.Deliveries;
using Bot.Tests.Dossiers.Following;
using StandIns.Serving;
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
        await rig.PassAsync(TimeSpan.FromDays(8));
        await ItWaitsAsync(rig);
    }

    [Fact]
    public async Task A_template_that_is_refused_loses_nothing()
    {
        // The stand-in knows no template of this number.
        await using var rig = await FollowedAsync("Zalo", ("Channels:Zalo:ChangeTemplate", "1"));
        await rig.PassAsync(TimeSpan.FromDays(8));
        await ItWaitsAsync(rig);
    }

    // What a template needs and does not have, the answers to everybody else do not need.
    [Theory]
    [InlineData("Zalo", -115)]
    [InlineData("Zalo", -209)]
    [InlineData("Zalo", -211)]
    [InlineData("Zalo", -223)]
    [InlineData("Zalo", -224)]
    [InlineData("Zalo", -320)]
    [InlineData("Zalo", -321)]
    [InlineData("Messenger", 1893063)]
    [InlineData("Messenger", 230)]
    [InlineData("Messenger", 368)]
    public async Task A_template_that_may_not_be_sent_waits_alone(string channel, int code)
    {
        await using var rig = await FollowedAsync(channel, (Template(channel), "7895417"));
        await FailedAsync(rig, code);
        await ItWaitsAsync(rig);
    }

    [Theory]
    [InlineData("Zalo", -32)]
    [InlineData("Messenger", 613)]
    public async Task Where_it_is_too_much_for_the_server_a_template_shuts_the_whole_channel(string channel, int code)
    {
        await using var rig = await FollowedAsync(channel, (Template(channel), "7895417"));
        await FailedAsync(rig, code);
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        await RatedAsync();
        await rig.SayAsync(rig.Channel.User(2), "xin chào");
        await RatedAsync();
        Assert.DoesNotContain(rig.Calls.Messages, m => m.To == rig.Channel.User(2));

        Task<TimeSpan> RatedAsync() => rig.Time.WaitBegunAsync(rig.Channel.RateWait - TimeSpan.FromSeconds(0.1), rig.Channel.RateWait + TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public async Task Where_the_days_limit_is_reached_the_next_day_tells_it()
    {
        await using var rig = await LimitedAsync();
        // Midnight, and the sweep after it.
        rig.Time.Advance(TimeSpan.FromHours(14) + TimeSpan.FromSeconds(2));
        Assert.Equal(FollowContract.Code + " | Đang xử lý", (await rig.ToAsync(rig.Channel.User(1), 4))[3].Text);
    }

    [Fact]
    public async Task Whoever_writes_before_that_is_told_and_answered_at_once()
    {
        await using var rig = await LimitedAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        rig.Channel.Acted(rig.Channel.User(1));
        await rig.SayAsync(rig.Channel.User(1), "cảm ơn");
        var texts = (await rig.TextsAsync(rig.Channel.User(1), 5)).ToList();
        Assert.StartsWith(FollowContract.Code + " có thay đổi.", texts[3], StringComparison.Ordinal);
        Assert.Equal("Không có gì.", texts[4]);
    }

    private static string Template(string channel) => $"Channels:{channel}:ChangeTemplate";

    // The window has closed, and the next template is refused so.
    private static async Task FailedAsync(Rig rig, int code)
    {
        await rig.PassAsync(TimeSpan.FromDays(8));
        rig.Channel.Server.Faults.Next(Fault.Refuse(rig.Channel.Server.Error(code)!), 1, "/message");
    }

    private static async Task<Rig> LimitedAsync()
    {
        var rig = await FollowedAsync("Zalo", (Template("Zalo"), "7895417"));
        Zalo(rig).Templates["7895417"] = ["ma_ho_so", "trang_thai"];
        await FailedAsync(rig, -144);
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        await rig.StoredAsync(() => rig.Deliveries.List() is [{ Status: DeliveryStatus.Queued, Tries: 1 }]);
        await rig.MeetAsync(2);
        return rig;
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
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        await rig.WaitingAsync(DeliveryStatus.Waiting, 1);
        await rig.MeetAsync(2);
        rig.Channel.Acted(rig.Channel.User(1));
        await rig.SayAsync(rig.Channel.User(1), "cảm ơn");
        Assert.StartsWith(FollowContract.Code + " có thay đổi.", (await rig.ToAsync(rig.Channel.User(1), 5))[3].Text, StringComparison.Ordinal);
    }

    private static ZaloStandIn Zalo(Rig rig) => (ZaloStandIn)rig.Channel.Server;
}
