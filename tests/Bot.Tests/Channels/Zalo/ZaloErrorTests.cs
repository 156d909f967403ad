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
        (-139, "refused"),
        (-140, "refused"),
        (-141, "refused"),
        (-146, "refused"),
        (-201, "refused"),
        (-209, "shut 10"),
        (-210, "refused"),
        (-211, "shut 60"),
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
        (-320, "shut 10"),
        (-321, "shut 10"),
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

    private static Task<Sending> SendAsync(Rig rig) =>
        rig.Bot.Services.GetServices<IPushChannel>().Single().SendAsync(new Citizen("zalo", "1"), new Piece("x", [], []), new Activity(), default);
}
