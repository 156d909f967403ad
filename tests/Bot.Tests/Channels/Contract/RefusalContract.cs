using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Contract;

/// <summary>What no push channel takes in.</summary>
public sealed class RefusalContract
{
    private const int Bound = 4096;

    public static TheoryData<string> Channels => PushChannel.Names;

    public static TheoryData<string, string> Unreadable
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var row in PushChannel.Names) foreach (var body in (string[])["deep", "very deep", "not JSON", "cut off", "two"]) all.Add(row, body);
            return all;
        }
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_call_that_the_server_did_not_sign_is_refused_and_nothing_of_it_is_kept(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var forged = rig.Channel.Forged(rig.Channel.User(), "tra cứu hồ sơ");
        foreach (var (wrong, webhook) in forged) Assert.True(await rig.PostAsync(webhook) == HttpStatusCode.Forbidden, wrong);
        Assert.Equal(0, rig.Logged());
        Assert.Equal(forged.Count, rig.Log.Count("had no valid signature"));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_signature_of_another_body_is_refused(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var (one, other) = (rig.Channel.Text(rig.Channel.User(), "tra cứu hồ sơ"), rig.Channel.Text(rig.Channel.User(2), "tra cứu hồ sơ"));
        Assert.Equal(HttpStatusCode.Forbidden, await rig.PostAsync(one with { Headers = other.Headers }));
        Assert.Equal(0, rig.Logged());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_body_that_is_too_large_is_not_read(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Limits:WebhookBytes", $"{Bound}"));
        var body = (JsonObject)JsonNode.Parse(rig.Channel.Text(rig.Channel.User(), "xin chào").Body)!;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await rig.PostAsync(rig.Channel.Raw(WireText.Oversized(body, Bound))));
        // Nor where nobody says in advance how large it is.
        var request = rig.Channel.Raw(WireText.Oversized(body, Bound)).To(rig.Channel.Path);
        request.Headers.TransferEncodingChunked = true;
        using var response = await rig.Bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, rig.Logged());
        await rig.BringAsync(rig.Channel.Raw(WireText.Oversized(body, Bound / 2)));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(rig.Channel.User(), 1));
    }

    [Theory, MemberData(nameof(Unreadable))]
    public async Task A_body_that_cannot_be_read_is_refused_and_only_the_channels_server_is_told_why(string channel, string kind)
    {
        await using var rig = await Rig.StartAsync(channel);
        var text = rig.Channel.Text(rig.Channel.User(), "xin chào").Text;
        var webhook = rig.Channel.Raw(kind switch
        {
            "deep" => WireText.Deep(30),
            "very deep" => WireText.Deep(5000),
            "cut off" => Encoding.UTF8.GetBytes(text[..^1]),
            "two" => Encoding.UTF8.GetBytes(text + text),
            _ => "xin chào"u8.ToArray(),
        });
        Assert.Equal(rig.Channel.Unreadable, (int)await rig.PostAsync(webhook));
        Assert.Equal(HttpStatusCode.Forbidden, await rig.PostAsync(webhook with { Headers = new Dictionary<string, string>() }));
        Assert.Equal(0, rig.Logged());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Bytes_that_are_no_text_are_refused_and_only_the_channels_server_is_told_why(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var body = Encoding.UTF8.GetBytes(rig.Channel.Text(rig.Channel.User(), "xin chXo").Text);
        body[Encoding.UTF8.GetString(body).IndexOf("chXo", StringComparison.Ordinal) + 2] = 0xFF;
        var webhook = rig.Channel.Raw(body);
        Assert.Equal(HttpStatusCode.BadRequest, await rig.PostAsync(webhook));
        Assert.Equal(HttpStatusCode.Forbidden, await rig.PostAsync(webhook with { Headers = new Dictionary<string, string>() }));
        Assert.Equal(0, rig.Logged());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_signed_body_that_is_no_event_is_harmless(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        foreach (var body in (string[])["[]", "1", "null", "\"x\"", """{"object":"page"}""", """{"object":"page","entry":{}}""", """{"object":"page","entry":[null,1,{"messaging":[null,{"sender":1}]}]}"""])
            Assert.InRange((int)await rig.PostAsync(rig.Channel.Raw(Encoding.UTF8.GetBytes(body))), 200, 403);
        Assert.Equal(0, rig.Log.Count("Error "));
        await rig.MeetAsync();
    }
}
