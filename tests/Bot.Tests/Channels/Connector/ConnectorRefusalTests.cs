using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StandIns.Connector;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Connector;

/// <summary>What is not taken in, and what is said to it.</summary>
public sealed class ConnectorRefusalTests
{
    private const string Citizen = ConnectorRig.Citizen;

    [Theory]
    [InlineData("adaptiveCard/action", false)]
    [InlineData("signin/verifyState", true)]
    public async Task An_invoke_is_said_at_once_not_to_be_done(string name, bool isExpected)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var invoke = rig.Says.Invoke(Citizen, name, new JsonObject { ["action"] = 1 });
        if (isExpected) invoke["deliveryMode"] = "expectReplies";
        Assert.Equal((501, "NotImplemented"), Read(await rig.PostAsync(invoke)));
        Assert.Equal(0, rig.Logged);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://10.0.0.1/")]
    public async Task A_service_that_is_not_trusted_is_refused_before_anything_is_kept(string serviceUrl)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var message = rig.Says.Message(Citizen, "xin chào");
        message["serviceUrl"] = serviceUrl;
        Assert.Equal((403, "ServiceUrlNotTrusted"), Read(await rig.PostAsync(message)));
        Assert.Equal(0, rig.Logged);
        Assert.Equal(1, rig.Log.Count("ServiceUrlNotTrusted"));
        Assert.Equal(0, rig.Service.TokenRequests);
    }

    [Fact]
    public async Task A_flood_is_told_when_to_come_again_and_nobody_else_suffers()
    {
        await using var rig = await ConnectorRig.StartAsync(settings: ("Limits:MessagesPerMinute", "3"));
        await rig.SayAsync("xin chào", "cảm ơn", "cảm ơn");
        using var refused = await rig.SendAsync(WireText.Write(rig.Says.Message(Citizen, "cảm ơn")));
        Assert.Equal((429, TimeSpan.FromMinutes(1)), ((int)refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        await rig.BringAsync(rig.Says.Message("29:another", "xin chào"));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.SayAsync("cảm ơn");
        await rig.SentAsync(5);
    }

    [Theory]
    [InlineData("type", "no type")]
    [InlineData("conversation", "conversation.id")]
    [InlineData("conversation.id", "conversation.id")]
    [InlineData("from", "from.id")]
    [InlineData("from.id", "from.id")]
    public async Task What_is_missing_is_named(string path, string said)
    {
        await using var rig = await ConnectorRig.StartAsync();
        foreach (var value in (JsonNode?[])[null, "", new string('x', 301), "a\u0000b"])
        {
            var message = rig.Says.Message(Citizen, "xin chào");
            var parts = path.Split('.');
            var holder = parts.Length == 1 ? message : message[parts[0]]!.AsObject();
            if (value is null) holder.Remove(parts[^1]);
            else if (path is "type" && (string)value! != "") continue;
            else if (path is "from" or "conversation") holder[path] = new JsonObject { ["id"] = value };
            else holder[parts[^1]] = value;
            var (status, body) = await rig.PostAsync(message);
            Assert.True(status == 400 && body.Contains(said, StringComparison.Ordinal), $"{message.ToJsonString()}: {status} {body}");
        }
        Assert.Equal(0, rig.Logged);
    }

    [Fact]
    public async Task In_development_too_the_channel_and_an_id_that_is_there_must_be_usable()
    {
        await using var rig = await ConnectorRig.StartAsync();
        foreach (var (field, value) in (IEnumerable<(string, JsonNode?)>)[("channelId", null), ("channelId", ""), ("id", ""), ("id", new string('x', 301))])
        {
            var message = rig.Says.Message(Citizen, "xin chào");
            message[field] = value;
            using var answer = await rig.Bot.Http.SendAsync(ConnectorActivities.Sign(message, null).To(ConnectorRig.Path));
            Assert.Equal(400, (int)answer.StatusCode);
            Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string> Nonsense => new()
    {
        { "nothing", "" },
        { "no JSON", "xin chào" },
        { "null", "null" },
        { "a list", "[]" },
        { "a number", "7" },
        { "cut off", """{"type":"message","conv""" },
        { "two", """{"type":"message"}{"type":"message"}""" },
        { "an id that is a number", """{"type":"message","id":7}""" },
        { "a sender that is a text", """{"type":"message","from":"x"}""" },
        { "a time that is none", """{"type":"message","timestamp":"yesterday"}""" },
        { "half a letter", """{"type":"message","text":"\ud800"}""" },
        { "half a letter in an id", """{"type":"message","conversation":{"id":"\udc00"}}""" },
        { "very deep", Encoding.ASCII.GetString(WireText.Deep(5000)) },
        { "deep", Encoding.ASCII.GetString(WireText.Deep(40)) },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string what, string body)
    {
        await using var rig = await ConnectorRig.StartAsync();
        // Without a token, which the activity must match, and with one that is good.
        using var local = await rig.Bot.Http.SendAsync(ConnectorActivities.SignRaw(Encoding.UTF8.GetBytes(body), null).To(ConnectorRig.Path));
        Assert.Equal((what, 400), (what, (int)local.StatusCode));
        using var proven = await rig.SendAsync(Encoding.UTF8.GetBytes(body));
        Assert.Contains((int)proven.StatusCode, (int[])[400, 403]);
        Assert.Equal(0, rig.Log.Count("Error "));
    }

    [Theory]
    [InlineData("""["\ud800"]""")]
    [InlineData("""[{"\ud800":1,"type":"mention"}]""")]
    [InlineData("""[{"type":"mention","text":"\ud800","mentioned":{"id":"\ud800"},"contentType":"\ud800"}]""")]
    public async Task Half_letters_where_nobody_need_read_them_do_no_harm(string list)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var message = rig.Says.Message(Citizen, "xin chào").ToJsonString();
        foreach (var field in (string[])["entities", "attachments", "channelData", "value", "unknown"])
        {
            using var answer = await rig.SendAsync(Encoding.UTF8.GetBytes($"{message[..^1]},\"{field}\":{list}}}"));
            Assert.Equal((field, 200), (field, (int)answer.StatusCode));
        }
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(1));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_a_bad_request()
    {
        await using var rig = await ConnectorRig.StartAsync();
        using var answer = await rig.SendAsync(WireText.InvalidUtf8(new JsonObject { ["text"] = "xin chào", ["type"] = "message" }));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(0, rig.Log.Count("Error "));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_not_read(bool chunked)
    {
        await using var rig = await ConnectorRig.StartAsync(settings: ("Limits:WebhookBytes", "4096"));
        var request = ConnectorActivities.SignRaw(WireText.Oversized(rig.Says.Message(Citizen, "xin chào"), 4096), rig.Token()).To(ConnectorRig.Path);
        if (chunked) request.Headers.TransferEncodingChunked = true;
        using var answer = await rig.Bot.Http.SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal(0, rig.Logged);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Whoever_only_looks_whether_it_is_there_sees_no_error_of_ours(string method)
    {
        await using var rig = await ConnectorRig.StartAsync();
        using var answer = await rig.Bot.SendAsync(method, ConnectorRig.Path);
        Assert.Equal((405, "POST"), ((int)answer.StatusCode, answer.Content.Headers.Allow.Single()));
        Assert.Equal(0, rig.Log.Count("Error "));
    }

    public static TheoryData<string> Forgeries => [.. ConnectorTokens.ForgeryNames];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_gets_nothing_in(string forgery)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var tokens = new ConnectorTokens(rig.Service, rig.Service.Login.AppId, rig.Says.ServiceUrl);
        using var answer = await rig.Bot.Http.SendAsync(ConnectorActivities.Sign(rig.Says.Message(Citizen, "xin chào"), tokens.Forgeries[forgery]()).To(ConnectorRig.Path));
        Assert.Contains((int)answer.StatusCode, (int[])[401, 403]);
        Assert.Equal(0, rig.Logged);
    }

    private static (int, string?) Read((int Status, string Body) answer) =>
        (answer.Status, JsonDocument.Parse(answer.Body).RootElement.GetProperty("error").GetProperty("code").GetString());
}
