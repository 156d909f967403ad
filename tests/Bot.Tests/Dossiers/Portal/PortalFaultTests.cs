using System.Text.Json.Nodes;
using Bot.Dossiers;
using Polly.CircuitBreaker;
using StandIns.Portal;
using StandIns.Serving;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>A portal that is down, slow, wrong or rude: the citizen is told what was known last, or that nothing can be told now.</summary>
public sealed class PortalFaultTests
{
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["cut before"] = Fault.DropBefore,
        ["cut after"] = Fault.DropAfter,
        ["cut within the answer"] = Fault.Refuse(PortalStandIn.Tells() with { Headers = new Dictionary<string, string> { ["Content-Length"] = "5000" } }),
        ["500"] = Fault.Status(500),
        ["503"] = Fault.Status(503),
        ["429"] = Fault.Refuse(PortalStandIn.Busy(TimeSpan.FromSeconds(1))),
        ["429 for long"] = Fault.Refuse(PortalStandIn.Busy(TimeSpan.FromMinutes(5))),
        ["401"] = Fault.Status(401),
        ["HTML"] = Fault.NotJson,
        ["half the JSON"] = Fault.Refuse(new Answer(200, """{"error_code":"0","message":"","result":[{"MaHoSo":"H37""")),
        ["a list"] = Fault.Refuse(new Answer(200, "[]")),
        ["nothing"] = Fault.Refuse(Answer.Empty(200)),
        ["no result"] = Fault.Refuse(new Answer(200, """{"error_code":"0","message":""}""")),
        ["a result that is no list"] = Fault.Refuse(new Answer(200, """{"error_code":"0","message":"","result":"OK"}""")),
        ["no error code"] = Fault.Refuse(new Answer(200, """{"result":[]}""")),
        ["an error code"] = Fault.Refuse(PortalStandIn.Fails("1")),
        ["another's dossier"] = Fault.Refuse(PortalStandIn.Tells(InventedDossiers.Odd())),
        ["a code within a code"] = Fault.Refuse(PortalStandIn.Tells(new JsonObject { ["MaHoSo"] = "Liên quan H37.15-261102-0007", ["SoDienThoai"] = "0900001234" })),
        ["no object"] = Fault.Refuse(new Answer(200, """{"error_code":"0","message":"","result":["H37.15-261102-0007"]}""")),
        ["too much"] = Fault.Refuse(new Answer(200, $$"""{"error_code":"0","message":"{{new string('x', 1024 * 1024)}}","result":[]}""")),
        ["a redirect"] = Fault.Refuse(Answer.Empty(307) with { Headers = new Dictionary<string, string> { ["Location"] = "/elsewhere" } }),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_fails_there_is_what_was_known_last_or_that_nothing_can_be_told(string name)
    {
        await using var rig = await PortalRig.StartAsync();
        rig.Portal.Faults.Always(Faults[name]);
        Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        rig.Portal.Faults.Clear();
        Assert.False(Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right)).IsLastKnown);
        var told = rig.Time.GetUtcNow();
        rig.Portal.Faults.Always(Faults[name]);
        rig.Time.Advance(TimeSpan.FromHours(1));
        var known = Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        Assert.Equal((true, 5, told), (known.IsLastKnown, known.Dossier.State, known.Dossier.AsOf));
        Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Wrong));
        Assert.True(Assert.IsType<LookUp.Found>(await rig.RecallAsync(PortalRig.Waiting)).IsLastKnown);
        Assert.DoesNotContain(rig.Portal.Calls.All, call => call.Path != PortalStandIn.Path);
        Assert.Equal(0, rig.Log.Count(rig.Portal.Token) + rig.Log.Count("0900001234"));
    }

    [Fact]
    public async Task What_was_known_last_outlives_a_restart_and_is_never_told_as_news()
    {
        await using var rig = await PortalRig.StartAsync();
        await rig.AskAsync(PortalRig.Waiting, "5678");
        await rig.Portal.StopAsync();
        await rig.RestartAsync();
        Assert.True(Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, "5678")).IsLastKnown);
        await rig.Portal.StartAsync();
        await rig.RestartAsync();
        rig.Portal.Faults.Always(Fault.Refuse(PortalStandIn.Tells()));
        Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, "5678"));
    }

    [Theory]
    [InlineData("cut before", 2)]
    [InlineData("cut within the answer", 2)]
    [InlineData("503", 2)]
    [InlineData("429", 2)]
    [InlineData("429 for long", 1)]
    [InlineData("an error code", 1)]
    [InlineData("too much", 1)]
    [InlineData("a redirect", 1)]
    public async Task It_is_asked_once_more_where_that_may_help(string name, int calls)
    {
        await using var rig = await PortalRig.StartAsync();
        rig.Portal.Faults.Next(Faults[name]);
        var result = await rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
        Assert.Equal((calls, calls == 2), (rig.Portal.Calls.All.Count, result is LookUp.Found));
    }

    [Fact]
    public async Task A_portal_that_does_not_answer_is_given_up_within_the_citizens_patience()
    {
        await using var rig = await PortalRig.StartAsync();
        var never = new TaskCompletionSource();
        rig.Portal.Faults.Always(Fault.Hold(never.Task));
        var began = rig.Time.GetUtcNow();
        var asking = rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
        for (var i = 1; i <= 2; i++)
        {
            await rig.Portal.Calls.ArrivedAsync(i);
            rig.Time.Advance(rig.Options.PatiencePerTry);
        }
        Assert.IsType<LookUp.Down>(await asking);
        Assert.InRange(rig.Time.GetUtcNow() - began, 2 * rig.Options.PatiencePerTry, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_portal_that_keeps_failing_is_left_alone_for_a_while_and_then_tried()
    {
        await using var rig = await PortalRig.StartAsync();
        rig.Portal.Faults.Always(Fault.Status(500));
        for (var i = 0; i < 3; i++) Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        Assert.Equal((CircuitState.Open, 1), (rig.Client.Circuit, rig.Log.Count("left alone for 15 s")));
        rig.Portal.Faults.Clear();
        var calls = rig.Portal.Calls.All.Count;
        Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        Assert.Equal(calls, rig.Portal.Calls.All.Count);
        rig.Time.Advance(rig.Options.Break);
        Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        Assert.Equal((CircuitState.Closed, 1), (rig.Client.Circuit, rig.Log.Count("answers again")));
    }

    // Or anybody could shut the portal for all by asking for what makes it answer with an error.
    [Fact]
    public async Task An_answer_that_is_wrong_does_not_count_as_a_portal_that_is_down()
    {
        await using var rig = await PortalRig.StartAsync();
        rig.Portal.Faults.Always(Fault.Refuse(PortalStandIn.Fails("1")));
        for (var i = 0; i < 9; i++) await rig.AskAsync(PortalRig.Nothing, PortalRig.Wrong, $"address {i}");
        Assert.Equal((CircuitState.Closed, 9), (rig.Client.Circuit, rig.Portal.Calls.All.Count));
    }

    [Fact]
    public async Task An_error_code_that_the_settings_name_means_no_such_dossier()
    {
        await using var rig = await PortalRig.StartAsync(options => options with { NoneCodes = ["404"] });
        rig.Portal.Faults.Always(Fault.Refuse(PortalStandIn.Fails("404")));
        Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        rig.Time.Advance(TimeSpan.FromHours(1));
        rig.Portal.Faults.Always(Fault.Status(404));
        Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
    }

    [Fact]
    public async Task An_answer_is_given_again_for_a_minute_whether_there_is_a_dossier_or_not()
    {
        await using var rig = await PortalRig.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
            await rig.AskAsync(PortalRig.Waiting, PortalRig.Wrong);
            await rig.AskAsync(PortalRig.Nothing, PortalRig.Right);
        }
        Assert.Equal(2, rig.Portal.Calls.All.Count);
        rig.Time.Advance(rig.Options.CacheFor);
        await rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
        await rig.AskAsync(PortalRig.Nothing, PortalRig.Right);
        Assert.Equal(4, rig.Portal.Calls.All.Count);
    }
}
