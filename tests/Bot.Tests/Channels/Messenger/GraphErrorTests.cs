using Bot.Channels.Fitting;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Tests.Channels.Contract;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Graph;
using StandIns.Serving;

namespace Bot.Tests.Channels.Messenger;

/// <summary>What each error of the Graph API means for a message.</summary>
public sealed class GraphErrorTests
{
    // "shut" with the minutes that the whole channel is left alone; everything documented must stand here.
    private static readonly (int Code, int? Subcode, string Meaning)[] Meanings =
    [
        (1, 99, "later"),
        (2, null, "later"),
        (4, null, "shut 0.5"),
        (10, 2018278, "closed"),
        (10, 1893063, "shut 10"),
        (17, null, "shut 0.5"),
        (32, null, "shut 0.5"),
        (100, null, "refused"),
        (100, 2018001, "refused"),
        (190, 463, "shut 10"),
        (200, 1545041, "refused"),
        (230, null, "shut 10"),
        (368, null, "shut 10"),
        (551, null, "refused"),
        (613, null, "shut 0.5"),
        (80001, null, "shut 0.5"),
    ];

    [Fact]
    public void Every_documented_error_has_its_meaning() =>
        Assert.Equal(GraphError.All.Select(e => (e.Code, e.Subcode)).Order(), Meanings.Select(m => (m.Code, m.Subcode)).Order());

    [Fact]
    public async Task Every_error_means_what_it_says()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var channel = rig.Bot.Services.GetServices<IPushChannel>().Single();
        foreach (var (code, subcode, meaning) in Meanings)
        {
            rig.Channel.Server.Faults.Next(Fault.Refuse(GraphError.All.Single(e => e.Code == code && e.Subcode == subcode).Answer()));
            var sending = await channel.SendAsync(new Citizen("facebook", "1"), new Piece("x", [], []), new Activity(), default);
            Assert.True(meaning == Meaning.Of(sending), $"{code}/{subcode}: {sending}");
            Assert.Contains($"{code}", sending.ToString(), StringComparison.Ordinal);
        }
    }
}
