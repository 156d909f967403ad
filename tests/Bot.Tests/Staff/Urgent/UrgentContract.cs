using Bot.Staff.Audit;
using Bot.Staff.Urgent;
using Bot.Storage;
using Bot.Tests.Hosting;
using Bot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Staff.Urgent;

/// <summary>Banners and switches as one node sets them and another sees them, over either store.</summary>
public abstract class UrgentContract(TestData data) : OpenedStore(data)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private AuditLog Audit => new(Database, Time);

    private UrgentLog Here => new(Database, Audit, Time);

    private LiveStanding Live => new(Here, Time, NullLogger<LiveStanding>.Instance);

    private DateTimeOffset Now => Time.GetUtcNow();

    [Fact]
    public async Task Another_node_sees_them_two_seconds_later()
    {
        await using var second = Data.Open();
        using var there = new LiveStanding(new UrgentLog(second, new AuditLog(second, Time), Time), Time, NullLogger<LiveStanding>.Instance);
        await there.StartAsync(default);
        await Time.WaitedForAsync(TimeSpan.FromSeconds(2)).WaitAsync(Line.Patience);
        Assert.Null(there.Banner);
        var banner = await Here.SetBannerAsync("Đóng cửa vì bão", Now, Now + Hour, "hoa");
        await Here.SwitchOffAsync("zalo", "Tạm dừng", "hoa");
        Time.Advance(TimeSpan.FromSeconds(2));
        await UntilAsync(() => there.Banner == banner && there.Off("zalo") is { Sentence: "Tạm dừng" });
        Assert.Null(there.Off("facebook"));
        await Here.EndBannerAsync(banner.Id, "hoa");
        await Here.SwitchOnAsync("zalo", "hoa");
        Time.Advance(TimeSpan.FromSeconds(2));
        await UntilAsync(() => there.Banner is null && there.Off("zalo") is null);
        await there.StopAsync(default);
    }

    [Fact]
    public async Task A_banner_holds_from_its_start_until_its_end()
    {
        using var live = Live;
        await Here.SetBannerAsync("Mai nghỉ", Now + Hour, Now + 2 * Hour, "hoa");
        live.Refresh();
        Assert.Null(live.Banner);
        Time.Advance(Hour);
        Assert.Equal("Mai nghỉ", live.Banner?.Text);
        Time.Advance(Hour);
        Assert.Null(live.Banner);
        Assert.Empty(live.Refresh().Banners);
    }

    [Fact]
    public async Task Of_those_that_hold_the_last_one_counts_and_each_has_an_id_of_its_own()
    {
        using var live = Live;
        var first = await Here.SetBannerAsync("một", Now, Now + 3 * Hour, "hoa");
        var second = await Here.SetBannerAsync("hai", Now, Now + Hour, "hoa");
        Assert.True(second.Id > first.Id);
        live.Refresh();
        Assert.Equal(second, live.Banner);
        Assert.Equal([second, first], live.Current.Banners.AsEnumerable());
        Time.Advance(Hour);
        Assert.Equal(first, live.Banner);
    }

    [Fact]
    public async Task All_of_it_is_in_the_audit_log_and_what_changes_nothing_is_not()
    {
        var banner = await Here.SetBannerAsync("Đóng cửa vì bão", Now, Now + Hour, "hoa");
        Assert.True(await Here.EndBannerAsync(banner.Id, "binh"));
        Assert.False(await Here.EndBannerAsync(banner.Id, "binh"));
        await Here.SwitchOffAsync("zalo", null, "hoa");
        await Here.SwitchOffAsync("zalo", "Tạm dừng", "hoa");
        Assert.Equal("Tạm dừng", Here.Read().Off["zalo"].Sentence);
        Assert.True(await Here.SwitchOnAsync("zalo", "binh"));
        Assert.False(await Here.SwitchOnAsync("zalo", "binh"));
        Assert.Equal(
            ["channel-on binh zalo ", "channel-off hoa zalo Tạm dừng", "channel-off hoa zalo ", "banner-ended binh  Đóng cửa vì bão",
                "banner-set hoa 10:00, 21/11/2026 – 11:00, 21/11/2026 Đóng cửa vì bão"],
            Audit.Before(long.MaxValue, 10).Select(e => $"{e.Event} {e.Actor} {e.Subject} {e.Detail}"));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Line.Patience);
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
