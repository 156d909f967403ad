using System.Text;
using Bot.Dossiers;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using StandIns.Portal;
using StandIns.Serving;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>Several sources: who is asked when, what counts as a guess, and what the time tells.</summary>
public sealed class SourceChainTests
{
    [Fact]
    public async Task What_the_first_source_proves_no_other_is_asked_for()
    {
        await using var rig = await PortalRig.StartAsync();
        await ImportAsync(rig, "4321");
        Assert.Equal("từ tệp", Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, "4321")).Dossier.StateLabel);
        Assert.Equal("từ tệp", Assert.IsType<LookUp.Found>(await rig.RecallAsync(PortalRig.Waiting)).Dossier.StateLabel);
        Assert.Empty(rig.Portal.Calls.All);
    }

    [Fact]
    public async Task A_verifier_that_is_wrong_for_the_first_may_be_right_for_the_next()
    {
        await using var rig = await PortalRig.StartAsync();
        await ImportAsync(rig, "4321");
        Assert.Equal(5, Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right)).Dossier.State);
        Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Wrong));
    }

    [Fact]
    public async Task A_source_that_fails_is_logged_and_the_next_is_asked()
    {
        await using var rig = await PortalRig.StartAsync();
        await rig.Database.WriteAsync(session => session.Execute("ALTER TABLE dossiers RENAME TO gone"));
        var found = Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
        Assert.Equal((5, false), (found.Dossier.State, found.IsLastKnown));
        Assert.Equal((1, 1), (rig.Log.Count("The dossier source stored could not be asked"), rig.Log.Count("could not be written down")));
        Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_the_portal_is_down_wrong_guesses_count_whether_anything_is_known_or_not(bool isKnown)
    {
        await using var rig = await PortalRig.StartAsync(guesses: new GuessOptions { PerAddress = 3, PerCode = 1000 });
        if (isKnown) await rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
        await rig.Portal.StopAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 3; i++) Assert.IsType<LookUp.Down>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Wrong));
        Assert.IsType<LookUp.Limited>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right));
    }

    [Fact]
    public async Task What_was_known_last_and_proven_is_no_guess()
    {
        await using var rig = await PortalRig.StartAsync(guesses: new GuessOptions { PerAddress = 1, PerCode = 1 });
        await rig.AskAsync(PortalRig.Waiting, PortalRig.Right);
        await rig.Portal.StopAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 4; i++) Assert.True(Assert.IsType<LookUp.Found>(await rig.AskAsync(PortalRig.Waiting, PortalRig.Right)).IsLastKnown);
    }

    [Fact]
    public async Task What_nobody_could_compare_is_no_guess()
    {
        await using var rig = await PortalRig.StartAsync();
        var source = new Turns.GatedSource();
        source.Fail();
        var desk = new DossierDesk(
            new DossierSources([source], rig.Time, NullLogger<DossierSources>.Instance), new GuessLimits(rig.Database, rig.Hash, new GuessOptions { PerAddress = 1 }, rig.Time));
        for (var i = 0; i < 3; i++) Assert.False(Assert.IsType<LookUp.Down>(await desk.LookUpAsync(PortalRig.Waiting, PortalRig.Wrong, null, default)).IsCompared);
    }

    [Fact]
    public async Task Nobody_learns_from_the_time_whether_there_is_such_a_dossier()
    {
        await using var rig = await PortalRig.StartAsync();
        foreach (var (code, takes) in ((DossierCode, double)[])[(PortalRig.Waiting, 0), (PortalRig.Nothing, 0.35), (PortalRig.Waiting, 0), (PortalRig.Nothing, 1.2)])
        {
            rig.Time.Advance(TimeSpan.FromHours(1));
            var answer = new TaskCompletionSource();
            rig.Portal.Calls.Clear();
            rig.Portal.Faults.Next(Fault.Hold(answer.Task));
            var began = rig.Time.GetUtcNow();
            var asking = rig.Desk.LookUpAsync(code, PortalRig.Wrong, null, default);
            await rig.Portal.Calls.ArrivedAsync(1);
            rig.Time.Advance(TimeSpan.FromSeconds(takes));
            answer.SetResult();
            Assert.IsType<LookUp.NoMatch>(await rig.InTimeAsync(asking));
            Assert.Equal(TimeSpan.FromSeconds(Math.Floor(takes) + 1), rig.Time.GetUtcNow() - began);
        }
    }

    [Fact]
    public async Task The_owner_is_not_made_to_wait()
    {
        await using var rig = await PortalRig.StartAsync();
        Assert.IsType<LookUp.Found>(await rig.Desk.LookUpAsync(PortalRig.Waiting, PortalRig.Right, null, default).WaitAsync(Line.Patience));
        Assert.IsType<LookUp.NoMatch>(await rig.Desk.RecallAsync(PortalRig.Nothing, default).WaitAsync(Line.Patience));
    }

    private static Task<int> ImportAsync(PortalRig rig, string phoneEnd) => rig.Database.WriteAsync(session => session.Execute(
        "INSERT INTO dossiers (code, source, phone, mark, body, as_of, batch) VALUES ($1, 'import', $2, '', $3, $4, 1)",
        PortalRig.Waiting.Text, OwnerProof.Verifier(rig.Hash, PortalRig.Waiting.Text, phoneEnd),
        Encoding.UTF8.GetBytes($$"""{"code":"{{PortalRig.Waiting.Text}}","procedure":"p","applicant":"a","stateLabel":"từ tệp"}"""), rig.Time.GetUtcNow().ToUnixTimeMilliseconds()));
}
