using Bot.Channels.Fitting;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Tests.Channels.Contract;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Serving;
using StandIns.Zalo;

namespace Bot.Tests.Channels.Zalo;

/// <summary>What each error of the OpenAPI means for a message.</summary>
public sealed class ZaloErrorTests
{
    // "shut" with the minutes that the whole channel is left alone; everything documented must stand here.
    private static readonly (int Code, string Meaning)[] Meanings =
    [
        (-32, "shut 0.5"),
        (-108, "refused"),
        (-114, "refused"),
        (-115, "refused"),
        (-117, "refused"),
        (-118, "refused"),
        (-119, "refused"),
        (-131, "refused"),
        (-133, "later"),
        (-139, "refused"),
        (-140, "refused"),
        (-141, "refused"),
        (-144, "later"),
        (-146, "refused"),
        (-201, "refused"),
        (-209, "shut 10"),
        (-210, "refused"),
        (-211, "later"),
        (-212, "shut 10"),
        (-213, "refused"),
        (-216, "accepted"),
        (-217, "refused"),
        (-218, "closed"),
        (-219, "shut 10"),
        (-220, "accepted"),
        (-221, "shut 10"),
        (-223, "shut 10"),
        (-224, "shut 10"),
        (-227, "refused"),
        (-230, "closed"),
        (-232, "closed"),
        (-233, "refused"),
        (-234, "later"),
        (-240, "shut 10"),
        (-244, "refused"),
        (-248, "refused"),
        (-320, "later"),
        (-321, "later"),
    ];

    [Fact]
    public void Every_documented_error_has_its_meaning() => Assert.Equal(ZaloError.All.Keys.Order(), Meanings.Select(m => m.Code).Order());

    // Those that say that the token is no longer good lead to a new one, and so to success.
    [Fact]
    public async Task Every_error_means_what_it_says()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        foreach (var (code, meaning) in Meanings)
        {
            rig.Channel.Server.Faults.Next(Fault.Refuse(ZaloError.Answer(code)), 1, ZaloStandIn.SendPath);
            var sending = await SendAsync(rig);
            Assert.True(meaning == Meaning.Of(sending), $"{code}: {sending}");
        }
    }

    [Fact]
    public async Task An_error_that_nobody_knows_is_tried_again_and_what_is_no_verdict_says_nothing()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        foreach (var (answer, meaning) in ((Answer, string)[])[
            (Answer.Json(200, new { error = -9999 }), "later"), (Answer.Json(200, new { error = "0" }), "accepted"), (Answer.Json(200, new { message = "Success" }), "unknown"),
            (Answer.Json(429, new { }), "shut 0.5"), (Answer.Page(504), "unknown"), (Answer.Page(200), "unknown")])
        {
            rig.Channel.Server.Faults.Next(Fault.Refuse(answer), 1, ZaloStandIn.SendPath);
            Assert.Equal(meaning, Meaning.Of(await SendAsync(rig)));
        }
    }

    // The clock of the tests begins at 10:00 in Vietnam.
    [Theory]
    [InlineData(-144, 0.0, 14.0)]
    [InlineData(-144, 13.5, 0.5)]
    [InlineData(-144, 14.0, 24.0)]
    [InlineData(-133, 12.0, 8.0)]
    [InlineData(-133, 14.0, 6.0)]
    [InlineData(-133, 19.5, 0.5)]
    [InlineData(-133, 20.0, null)]
    [InlineData(-133, 0.0, null)]
    public async Task What_a_day_or_a_night_forbids_is_tried_again_when_it_is_over(int code, double after, double? wait)
    {
        await using var rig = await Rig.StartAsync("Zalo");
        rig.Time.Set(rig.Time.GetUtcNow().AddHours(after));
        rig.Channel.Server.Faults.Next(Fault.Refuse(ZaloError.Answer(code)), 1, ZaloStandIn.SendPath);
        Assert.Equal(wait, Assert.IsType<Sending.Later>(await SendAsync(rig)).After?.TotalHours);
    }

    [Theory]
    [InlineData(-211, 60)]
    [InlineData(-224, 10, true)]
    [InlineData(-320, 10)]
    [InlineData(-321, 10)]
    public async Task What_may_be_missing_for_one_message_only_keeps_no_other_citizen_waiting(int code, int minutes, bool isBilled = false)
    {
        await using var rig = await Rig.StartAsync("Zalo", Billed(isBilled));
        var user = await rig.MeetAsync();
        var wait = await RefusedAsync(rig, user, code, minutes);
        await rig.MeetAsync(2);
        await rig.ToAsync(user, 1);
        rig.Time.Advance(wait);
        await rig.ToAsync(user, 2);
    }

    [Theory]
    [InlineData(-221)]
    [InlineData(-223)]
    [InlineData(-223, true)]
    [InlineData(-224)]
    public async Task What_the_account_lacks_is_tried_with_nobody_else_before_it_may_have_it(int code, bool isBilled = false)
    {
        await using var rig = await Rig.StartAsync("Zalo", Billed(isBilled));
        var user = await rig.MeetAsync();
        await RefusedAsync(rig, user, code, 10);
        var other = rig.Channel.User(2);
        await rig.SayAsync(other, "xin chào");
        var wait = await WaitAsync(rig, 10);
        Assert.DoesNotContain(rig.Calls.Messages, m => m.To == other);
        rig.Time.Advance(wait);
        await rig.ToAsync(other, 1);
        await rig.ToAsync(user, 2);
    }

    private static (string Key, string Value) Billed(bool isBilled) => ("Channels:Zalo:Billed", isBilled ? "true" : "false");

    // A citizen's next reply is refused so; how long is waited then.
    private static async Task<TimeSpan> RefusedAsync(Rig rig, string user, int code, int minutes)
    {
        rig.Channel.Server.Faults.Next(Fault.Refuse(ZaloError.Answer(code)), 1, ZaloStandIn.SendPath);
        await rig.SayAsync(user, "cảm ơn");
        return await WaitAsync(rig, minutes);
    }

    private static Task<TimeSpan> WaitAsync(Rig rig, int minutes) => rig.Time.WaitBegunAsync(TimeSpan.FromMinutes(minutes - 0.1), TimeSpan.FromMinutes(minutes + 0.1));

    private static Task<Sending> SendAsync(Rig rig) =>
        rig.Bot.Services.GetServices<IPushChannel>().Single().SendAsync(new Citizen("zalo", "1"), new Piece("x", [], []), new Activity(), default);
}
