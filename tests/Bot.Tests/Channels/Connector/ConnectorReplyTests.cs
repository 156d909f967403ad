using StandIns.Webhooks;

namespace Bot.Tests.Channels.Connector;

/// <summary>Where a reply goes, and what it says of itself.</summary>
public sealed class ConnectorReplyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/_connector", "/_connector")]
    [InlineData("/amer/v1/", "/amer/v1")]
    public async Task A_reply_is_posted_below_the_services_address(string path, string below)
    {
        await using var rig = await ConnectorRig.StartAsync(path);
        await rig.BringAsync(rig.Says.Message(ConnectorRig.Citizen, "xin chào", "activity-1", "conversation-1"));
        Assert.Equal("Chào mừng.", (await rig.SentAsync(1))[0].Text);
        var call = Assert.Single(rig.Service.Calls.To(ConnectorRig.Sending));
        Assert.Equal(("POST", below + "/v3/conversations/conversation-1/activities/activity-1"), (call.Method, call.Path));
        Assert.Equal("Bearer bot-token-0001", call.Headers["Authorization"]);
        Assert.StartsWith("application/json", call.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19:abc@thread.v2;messageid=15", "f:18|0000001")]
    [InlineData("a/b", "c/d")]
    [InlineData("a b?c#d", "100%")]
    [InlineData("cuộc-trò-chuyện", "số 1")]
    public async Task Ids_arrive_whole_whatever_signs_they_have(string conversation, string activity)
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(rig.Says.Message(ConnectorRig.Citizen, "xin chào", activity, conversation));
        var sent = (await rig.SentAsync(1))[0];
        Assert.Equal((conversation, activity), (sent.To, sent.Body.GetProperty("replyToId").GetString()));
        Assert.EndsWith("/activities/" + Uri.EscapeDataString(activity), rig.Service.Calls.To(ConnectorRig.Sending)[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_speaks_in_the_services_ids_and_tells_nothing_of_ours()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.BringAsync(rig.Says.Message(ConnectorRig.Citizen, "xin chào", "activity-1"));
        var sent = (await rig.SentAsync(1))[0].Body;
        Assert.Equal(
            ("message", "msteams", rig.BotId, ConnectorRig.Citizen, "activity-1", "markdown", "vi-VN"),
            (Text("type"), Text("channelId"), sent.GetProperty("from").GetProperty("id").GetString(), sent.GetProperty("recipient").GetProperty("id").GetString(), Text("replyToId"), Text("textFormat"), Text("locale")));
        Assert.Equal(["nộp hồ sơ ở đâu"], sent.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("value").GetString()));
        foreach (var ours in (string[])["id", "timestamp", "channelData"]) Assert.False(sent.TryGetProperty(ours, out _), ours);
        Assert.DoesNotContain("connector-", sent.GetRawText(), StringComparison.Ordinal);

        string? Text(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_has_no_id_is_answered_in_the_conversation()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var message = rig.Says.Message(ConnectorRig.Citizen, "xin chào", conversation: "conversation-1");
        message.Remove("id");
        await rig.BringAsync(message);
        Assert.False((await rig.SentAsync(1))[0].Body.TryGetProperty("replyToId", out _));
        Assert.Equal("/_connector/v3/conversations/conversation-1/activities", rig.Service.Calls.To(ConnectorRig.Sending)[0].Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_is_delivered_whether_the_service_answers_an_id_or_nothing(bool empty)
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.Service.AnswersEmpty = empty;
        await rig.SayAsync("xin chào", "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(2));
        await rig.StoredAsync(() => rig.Undelivered == 0);
        Assert.All(rig.Service.Calls.To(ConnectorRig.Sending), call => Assert.Equal(empty ? 200 : 201, call.Status));
    }

    [Fact]
    public async Task Each_reply_goes_to_where_its_own_channel_said()
    {
        await using var rig = await ConnectorRig.StartAsync("/one");
        var other = new ConnectorActivities(rig.Service.ServiceUrl("/two/"), rig.BotId, "webchat", rig.Time);
        await rig.BringAsync(rig.Says.Message(ConnectorRig.Citizen, "xin chào", "1", "same"), other.Message(ConnectorRig.Citizen, "xin chào", "1", "same"));
        await rig.SentAsync(2);
        Assert.Equal(["/one/v3/conversations/same/activities/1", "/two/v3/conversations/same/activities/1"], rig.Service.Calls.To(ConnectorRig.Sending).Select(c => c.Path).Order());
        // A service that has moved is answered where it is now.
        other = new ConnectorActivities(rig.Service.ServiceUrl("/three"), rig.BotId, "webchat", rig.Time);
        await rig.BringAsync(other.Message(ConnectorRig.Citizen, "cảm ơn", "2", "same"));
        await rig.SentAsync(3);
        Assert.Equal("/three/v3/conversations/same/activities/2", rig.Service.Calls.To(ConnectorRig.Sending)[^1].Path);
    }
}
