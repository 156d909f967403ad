using System.Net;
using System.Security.Cryptography;
using System.Text;
using StandIns.Graph;

namespace StandIns.Tests.Graph;

/// <summary>Which calls of the Send API are taken, and what the others earn.</summary>
public sealed class GraphMessageTests : IAsyncLifetime
{
    private readonly GraphStandIn graph = new();

    public static TheoryData<string, bool, string> Bodies => new()
    {
        { "a text", true, Sent("""{"text":"Chào"}""") },
        { "2,000 characters", true, Sent($$"""{"text":"{{new string('ề', 2000)}}"}""") },
        { "13 quick replies", true, Sent($$"""{"text":"a","quick_replies":[{{string.Join(',', Enumerable.Repeat(Quick("b"), 13))}}]}""") },
        { "the longest quick reply", true, Sent($$"""{"text":"a","quick_replies":[{{Quick(new string('t', 20), new string('p', 1000))}}]}""") },
        { "three buttons", true, Template(new string('t', 640), string.Join(',', Enumerable.Repeat(Postback("b"), 3))) },
        { "a link and a phone", true, Template("a", """{"type":"web_url","title":"b","url":"https://vi.example/"},{"type":"phone_number","title":"c","payload":"+842053800000"}""") },
        { "an image", true, Sent("""{"attachment":{"type":"image","payload":{"url":"https://vi.example/i.png"}}}""") },
        { "a human's tag", true, """{"recipient":{"id":"7"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"a"}}""" },
        { "a template message", true, """{"recipient":{"id":"7"},"messaging_type":"UTILITY","message":{"template":{"name":"n","language":{"code":"vi"}}}}""" },
        { "typing", true, """{"recipient":{"id":"7"},"sender_action":"typing_on"}""" },

        { "no JSON", false, "text" },
        { "no recipient", false, """{"messaging_type":"RESPONSE","message":{"text":"a"}}""" },
        { "a number as recipient", false, """{"recipient":{"id":7},"messaging_type":"RESPONSE","message":{"text":"a"}}""" },
        { "no messaging_type", false, """{"recipient":{"id":"7"},"message":{"text":"a"}}""" },
        { "an odd messaging_type", false, """{"recipient":{"id":"7"},"messaging_type":"REPLY","message":{"text":"a"}}""" },
        { "an unknown field", false, """{"recipient":{"id":"7"},"messaging_type":"RESPONSE","message":{"text":"a"},"x":1}""" },
        { "an unknown field in the message", false, Sent("""{"text":"a","x":1}""") },
        { "a dead tag", false, """{"recipient":{"id":"7"},"messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE","message":{"text":"a"}}""" },
        { "a tag without its type", false, """{"recipient":{"id":"7"},"messaging_type":"RESPONSE","tag":"HUMAN_AGENT","message":{"text":"a"}}""" },
        { "an empty text", false, Sent("""{"text":""}""") },
        { "2,001 characters", false, Sent($$"""{"text":"{{new string('a', 2001)}}"}""") },
        { "text and attachment", false, Sent("""{"text":"a","attachment":{"type":"image","payload":{"url":"https://vi.example/i.png"}}}""") },
        { "14 quick replies", false, Sent($$"""{"text":"a","quick_replies":[{{string.Join(',', Enumerable.Repeat(Quick("b"), 14))}}]}""") },
        { "a long quick reply", false, Sent($$"""{"text":"a","quick_replies":[{{Quick(new string('t', 21))}}]}""") },
        { "a quick reply with a long payload", false, Sent($$"""{"text":"a","quick_replies":[{{Quick("b", new string('p', 1001))}}]}""") },
        { "a quick reply without a type", false, Sent("""{"text":"a","quick_replies":[{"title":"b","payload":"p"}]}""") },
        { "no buttons", false, Template("a", "") },
        { "four buttons", false, Template("a", string.Join(',', Enumerable.Repeat(Postback("b"), 4))) },
        { "a long button", false, Template("a", Postback(new string('b', 21))) },
        { "a long template text", false, Template(new string('t', 641), Postback("b")) },
        { "a button of the other messenger", false, Template("a", """{"type":"oa.query.show","title":"b","payload":"p"}""") },
        { "a phone without its country", false, Template("a", """{"type":"phone_number","title":"c","payload":"02053800000"}""") },
        { "a message beside typing", false, """{"recipient":{"id":"7"},"sender_action":"typing_on","message":{"text":"a"}}""" },
        { "a type beside typing", false, """{"recipient":{"id":"7"},"sender_action":"typing_on","messaging_type":"RESPONSE"}""" },
        { "an unknown action", false, """{"recipient":{"id":"7"},"sender_action":"dance"}""" },
    };

    public Task InitializeAsync() => graph.StartAsync();

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_judged(string what, bool isRight, string body)
    {
        Assert.Equal(isRight ? (200, 0, 0) : (400, 100, 0), await SendAsync(body));
        Assert.True(graph.Calls.All.Single().Accepted == isRight, what);
    }

    [Fact]
    public async Task A_success_names_recipient_and_message()
    {
        var (_, answer) = await Wire.JsonAsync("POST", Url(), Sent("""{"text":"Chào"}"""));
        var message = Assert.Single(graph.Calls.Messages);
        Assert.Equal(("7", "Chào"), (message.To, message.Text));
        Assert.Equal((message.To, message.Id), (answer.GetProperty("recipient_id").GetString(), answer.GetProperty("message_id").GetString()));
    }

    [Fact]
    public async Task The_token_and_its_proof_are_checked()
    {
        var right = Sent("""{"text":"a"}""");
        Assert.Equal((200, 0, 0), await SendAsync(right, $"{graph.Url}/v26.0/{graph.PageId}/messages?appsecret_proof={Proof(graph.PageToken)}", ("Authorization", "Bearer " + graph.PageToken)));
        Assert.Equal((400, 104, 0), await SendAsync(right, $"{graph.Url}/v26.0/me/messages?appsecret_proof={Proof(graph.PageToken)}"));
        Assert.Equal((400, 100, 0), await SendAsync(right, $"{graph.Url}/v26.0/me/messages?access_token={graph.PageToken}"));
        Assert.Equal((400, 100, 0), await SendAsync(right, $"{graph.Url}/v26.0/me/messages?access_token={graph.PageToken}&appsecret_proof={Proof("x")}"));
        Assert.Equal((400, 190, 0), await SendAsync(right, $"{graph.Url}/v26.0/me/messages?access_token=x&appsecret_proof={Proof("x")}"));
        graph.KillToken();
        Assert.Equal((400, 190, 463), await SendAsync(right));
        graph.Reconnect("another");
        Assert.Equal((200, 0, 0), await SendAsync(right));
    }

    [Fact]
    public async Task Unknown_versions_and_pages_are_not_there()
    {
        Assert.Equal((404, 2500, 0), await SendAsync("{}", Url("v9.9")));
        Assert.Equal((404, 2500, 0), await SendAsync("{}", graph.Url + "/me/messages"));
        Assert.Equal((400, 100, 33), await SendAsync("{}", Url("v26.0", "123")));
    }

    [Fact]
    public async Task A_citizen_out_of_reach_is_not_reached()
    {
        var right = Sent("""{"text":"a"}""");
        graph.Acted("7", graph.Time.GetUtcNow().AddHours(-25));
        Assert.Equal((403, 10, 2018278), await SendAsync(right));
        Assert.Equal((200, 0, 0), await SendAsync("""{"recipient":{"id":"7"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"a"}}"""));
        graph.Acted("7");
        Assert.Equal((200, 0, 0), await SendAsync(right));
        graph.Block("7");
        Assert.Equal((403, 551, 0), await SendAsync(right));
        graph.OptOut("7");
        Assert.Equal((403, 200, 1545041), await SendAsync(right));
        graph.Faults.RateLimit(0, TimeSpan.FromHours(1));
        Assert.Equal((400, 613, 0), await SendAsync(right));
    }

    private static string Sent(string message) => $$$"""{"recipient":{"id":"7"},"messaging_type":"RESPONSE","message":{{{message}}}}""";

    private static string Quick(string title, string payload = "p") => $$"""{"content_type":"text","title":"{{title}}","payload":"{{payload}}"}""";

    private static string Postback(string title) => $$"""{"type":"postback","title":"{{title}}","payload":"p"}""";

    private static string Template(string text, string buttons) =>
        Sent($$$$"""{"attachment":{"type":"template","payload":{"template_type":"button","text":"{{{{text}}}}","buttons":[{{{{buttons}}}}]}}}""");

    private string Url(string version = "v26.0", string node = "me") => $"{graph.Url}/{version}/{node}/messages?access_token={graph.PageToken}&appsecret_proof={Proof(graph.PageToken)}";

    private string Proof(string token)
    {
        using var hmac = new HMACSHA256(Encoding.ASCII.GetBytes(graph.AppSecret!));
        return string.Concat(hmac.ComputeHash(Encoding.ASCII.GetBytes(token)).Select(b => b.ToString("x2", null)));
    }

    private async Task<(int Status, int Code, int Subcode)> SendAsync(string body, string? url = null, params (string, string)[] headers)
    {
        var (status, answer) = await Wire.JsonAsync("POST", url ?? Url(), body, headers);
        if (status == HttpStatusCode.OK) return (200, 0, 0);
        var error = answer.GetProperty("error");
        return ((int)status, error.GetProperty("code").GetInt32(), error.TryGetProperty("error_subcode", out var subcode) ? subcode.GetInt32() : 0);
    }
}
