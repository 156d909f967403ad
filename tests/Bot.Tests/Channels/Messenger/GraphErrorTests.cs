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
        (1200, null, "later"),
        (80001, null, "shut 0.5"),
    ];

    [Fact]
    public void Every_documented_error_has_its_meaning() =>
        Assert.Equal(GraphError.All.Select(e => (e.Code, e.Subcode)).Order(), Meanings.Select(m => (m.Code, m.Subcode)).Order());

    [Fact]
    public async Task Every_error_means_what_it_says()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        foreach (var (code, subcode, meaning) in Meanings)
        {
            var sending = await SendAsync(rig, GraphError.All.Single(e => e.Code == code && e.Subcode == subcode).Answer());
            Assert.True(meaning == Meaning.Of(sending), $"{code}/{subcode}: {sending}");
            Assert.Contains($"{code}", sending.ToString(), StringComparison.Ordinal);
        }
    }

    // Errors that nobody has documented: what they say of themselves and the status decide.
    [Theory]
    [InlineData(400, -1, true, "later")]
    [InlineData(400, 100, true, "later")]
    [InlineData(500, 33, true, "later")]
    [InlineData(500, -1, false, "unknown")]
    [InlineData(503, 9999, false, "unknown")]
    [InlineData(500, 2, false, "later")]
    [InlineData(500, 190, false, "shut 10")]
    [InlineData(400, -1, false, "refused")]
    public async Task What_may_pass_is_tried_again(int status, int code, bool isTransient, string meaning)
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var sending = await SendAsync(rig, Answer.Json(status, new { error = new { message = "x", type = "OAuthException", is_transient = isTransient, code } }));
        Assert.Equal(meaning, Meaning.Of(sending));
        Assert.Contains($"Graph error {code}", sending.ToString(), StringComparison.Ordinal);
    }

    private static Task<Sending> SendAsync(Rig rig, Answer answer)
    {
        rig.Channel.Server.Faults.Next(Fault.Refuse(answer));
        return rig.Bot.Services.GetServices<IPushChannel>().Single().SendAsync(new Citizen("facebook", "1"), new Piece("x", [], []), new Activity(), default);
    }
}
