using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Dossiers;
using Bot.Tests.Hosting;
using Bot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.Connector;

/// <summary>Replies in the answer to the call, for who asks for them there.</summary>
public sealed class ExpectedReplyTests
{
    private const string Citizen = ConnectorRig.Citizen;
    private const string Code = "000.00.15.H37-260914-0003";

    [Fact]
    public async Task The_replies_are_the_answer_and_nothing_goes_to_the_service()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var asking = rig.Says.ExpectingReplies(Citizen, "tra cứu hồ sơ");
        var replies = await AskAsync(rig, asking);
        Assert.Equal([rig.Introduction, "Mã hồ sơ?"], replies.Select(Text));
        foreach (var reply in replies)
        {
            Assert.Equal(
                ("message", (string?)asking["id"], rig.BotId, Citizen, (string?)asking["conversation"]!["id"], "msteams"),
                (Field(reply, "type"), Field(reply, "replyToId"), Field(reply.GetProperty("from"), "id"), Field(reply.GetProperty("recipient"), "id"), Field(reply.GetProperty("conversation"), "id"), Field(reply, "channelId")));
            Assert.False(reply.TryGetProperty("channelData", out _));
        }
        // A later one of the usual kind is the first that the service gets.
        await rig.SayAsync("hủy");
        Assert.Equal(["Đã hủy."], await rig.TextsAsync(1));
        Assert.Equal(1, rig.Service.TokenRequests);
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_same_replies()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var asking = rig.Says.ExpectingReplies(Citizen, "tra cứu hồ sơ");
        var first = await rig.PostAsync(asking);
        await AskAsync(rig, rig.Says.ExpectingReplies(Citizen, "cảm ơn"));
        Assert.Equal(first, await rig.PostAsync(asking));
        Assert.Equal(5, rig.Logged);
    }

    [Fact]
    public async Task An_activity_without_an_id_gets_its_own_replies()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await AskAsync(rig, rig.Says.ExpectingReplies(Citizen, "xin chào"));
        var asking = rig.Says.ExpectingReplies(Citizen, "cảm ơn");
        asking.Remove("id");
        Assert.Equal("Không có gì.", Text(Assert.Single(await AskAsync(rig, asking))));
    }

    [Fact]
    public async Task What_asks_nothing_is_answered_with_no_reply()
    {
        await using var rig = await ConnectorRig.StartAsync();
        foreach (var activity in (JsonObject[])[rig.Says.OfType("typing", Citizen), rig.Says.Event(Citizen, "x"), rig.Says.Added(Citizen, rig.BotId)])
        {
            activity["deliveryMode"] = "expectReplies";
            Assert.Equal((200, """{"activities":[]}"""), await rig.PostAsync(activity));
        }
        var joined = rig.Says.Added(Citizen);
        joined["deliveryMode"] = "expectReplies";
        Assert.Equal("Chào mừng.", Text(Assert.Single(await AskAsync(rig, joined))));
    }

    [Fact]
    public async Task No_service_need_be_trusted_to_answer_here()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var asking = rig.Says.ExpectingReplies(Citizen, "xin chào");
        asking["serviceUrl"] = "https://elsewhere.example/";
        Assert.Equal("Chào mừng.", Text(Assert.Single(await AskAsync(rig, asking))));
        Assert.Equal(0, rig.Service.TokenRequests);
    }

    [Fact]
    public async Task A_slow_turn_is_waited_for()
    {
        var source = new GatedSource();
        await using var rig = await ConnectorRig.StartAsync(change: source.Alone);
        await AskAsync(rig, rig.Says.ExpectingReplies(Citizen, Code));
        var answer = AskAsync(rig, rig.Says.ExpectingReplies(Citizen, "1234"));
        await source.Asked;
        Assert.False(answer.IsCompleted);
        source.Answer(null);
        Assert.Equal($"Không khớp {Code}.", Text(Assert.Single(await answer)));
    }

    [Fact]
    public async Task A_turn_that_takes_longer_than_channels_wait_is_answered_504_and_its_reply_is_there_for_the_next_call()
    {
        var source = new GatedSource();
        await using var rig = await ConnectorRig.StartAsync(change: source.Alone);
        // Ahead of it in the same conversation, a look-up that is given up after ten seconds.
        await rig.SayAsync(Code, "1234", Code);
        await source.Asked.WaitAsync(Line.Patience);
        var asking = rig.Says.ExpectingReplies(Citizen, "1234");
        var late = rig.PostAsync(asking);
        await rig.Time.WaitedForAsync(TimeSpan.FromSeconds(12)).WaitAsync(Line.Patience);
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        var (status, body) = await late.WaitAsync(Line.Patience);
        Assert.Equal((504, "Timeout"), (status, JsonDocument.Parse(body).RootElement.GetProperty("error").GetProperty("code").GetString()));

        var again = AskAsync(rig, asking);
        source.Answer(null);
        Assert.Equal($"Không khớp {Code}.", Text(Assert.Single(await again)));
        Assert.Equal(0, rig.Deliveries.List().Count(d => d.Trouble is not null));
    }

    [Fact]
    public async Task When_too_many_wait_for_one_conversation_the_oldest_gives_way_at_once()
    {
        var source = new GatedSource();
        await using var rig = await ConnectorRig.StartAsync(change: source.Alone);
        await AskAsync(rig, rig.Says.ExpectingReplies(Citizen, Code));
        var waiting = new List<Task<(int Status, string Body)>> { rig.PostAsync(rig.Says.ExpectingReplies(Citizen, "1234")) };
        await source.Asked;
        waiting.AddRange(Enumerable.Range(0, 8).Select(_ => rig.PostAsync(rig.Says.ExpectingReplies(Citizen, "cảm ơn"))));
        var first = await Task.WhenAny(waiting).WaitAsync(Line.Patience);
        Assert.Equal(504, (await first).Status);
        source.Answer(null);
        waiting.Remove(first);
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task Replies_that_nobody_waited_for_are_there_after_a_restart()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var asking = rig.Says.ExpectingReplies(Citizen, "xin chào");
        var first = await rig.PostAsync(asking);
        await rig.StopAsync();
        rig.Start();
        Assert.Equal(first, await rig.PostAsync(asking));
        Assert.Equal(0, rig.Undelivered);
    }

    private static async Task<List<JsonElement>> AskAsync(ConnectorRig rig, JsonObject activity)
    {
        var (status, body) = await rig.PostAsync(activity).WaitAsync(Line.Patience);
        Assert.True(status == 200, $"{status} {body}");
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("activities").EnumerateArray()];
    }

    private static string? Text(JsonElement reply) => Field(reply, "text");

    private static string? Field(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
