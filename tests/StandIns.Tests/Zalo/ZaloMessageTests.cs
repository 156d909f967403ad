using System.Net;
using StandIns.Zalo;

namespace StandIns.Tests.Zalo;

/// <summary>Which consultation messages are taken, and what the others earn.</summary>
public sealed class ZaloMessageTests : IAsyncLifetime
{
    private readonly ZaloStandIn zalo = new();

    public static TheoryData<string, int, string> Messages => new()
    {
        { "a text", 0, Text(Of("a")) },
        { "2,000 characters", 0, Text(Of(new string('ề', 2000))) },
        { "a quote", 0, """{"recipient":{"user_id":"7"},"message":{"text":"a","quote_message_id":"q"}}""" },
        { "five buttons", 0, Buttons(string.Join(',', Enumerable.Repeat(Show("a", "#x"), 5))) },
        { "a hidden query", 0, Buttons("""{"type":"oa.query.hide","title":"a","payload":"#x"}""") },
        { "a link", 0, Buttons("""{"type":"oa.open.url","title":"a","payload":{"url":"https://vi.example/"}}""") },
        { "a phone", 0, Buttons("""{"type":"oa.open.phone","title":"a","payload":{"phone_code":"84912345678"}}""") },
        { "an sms", 0, Buttons("""{"type":"oa.open.sms","title":"a","payload":{"content":"c","phone_code":"84912345678"}}""") },
        { "the longest title and payload", 0, Buttons(Show(new string('t', 100), new string('p', 1000))) },
        { "an image", 0, Attached("""{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image","attachment_id":"a"}]}}""") },
        { "a file", 0, Attached("""{"type":"file","payload":{"token":"t"}}""") },

        { "no JSON", -201, "text" },
        { "no recipient", -201, """{"message":{"text":"a"}}""" },
        { "no user", -201, """{"recipient":{},"message":{"text":"a"}}""" },
        { "a number as user", -201, """{"recipient":{"user_id":7},"message":{"text":"a"}}""" },
        { "no message", -201, """{"recipient":{"user_id":"7"}}""" },
        { "an empty text", -201, Text(Of("")) },
        { "an unknown field", -201, """{"recipient":{"user_id":"7"},"message":{"text":"a"},"tag":"x"}""" },
        { "an unknown field in the message", -201, """{"recipient":{"user_id":"7"},"message":{"text":"a","quick_replies":[]}}""" },
        { "2,001 characters", -210, Text(Of(new string('ề', 2001))) },
        { "a text that is not NFC", -201, Text(Of("ho\\u0302\\u0300")) },
        { "half of a surrogate pair", -201, Text(Of("\\ud83d")) },
        { "six buttons", -210, Buttons(string.Join(',', Enumerable.Repeat(Show("a", "#x"), 6))) },
        { "no buttons", -201, Buttons("") },
        { "an unknown type of button", -201, Buttons("""{"type":"postback","title":"a","payload":"x"}""") },
        { "a button without a title", -201, Buttons("""{"type":"oa.query.show","payload":"x"}""") },
        { "a long title", -210, Buttons(Show(new string('t', 101), "#x")) },
        { "a long payload", -210, Buttons(Show("a", new string('p', 1001))) },
        { "a link as a string", -201, Buttons("""{"type":"oa.open.url","title":"a","payload":"https://vi.example/"}""") },
        { "a link to nothing", -201, Buttons("""{"type":"oa.open.url","title":"a","payload":{"url":"vi.example"}}""") },
        { "an unknown field in a button", -201, Buttons("""{"type":"oa.query.show","title":"a","payload":"x","url":"y"}""") },
        { "buttons without a text", -201, Attached("""{"type":"template","payload":{"buttons":[{"type":"oa.query.show","title":"a","payload":"x"}]}}""") },
        { "a template of the other messenger", -201, Attached("""{"type":"template","payload":{"template_type":"button","text":"a","buttons":[]}}""") },
        { "a list", -201, Attached("""{"type":"template","payload":{"template_type":"list","elements":[]}}""") },
    };

    public Task InitializeAsync() => zalo.StartAsync();

    public Task DisposeAsync() => zalo.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_is_judged(string what, int error, string body)
    {
        Assert.Equal(error, await SendAsync(body));
        var call = Assert.Single(zalo.Calls.All);
        Assert.True(call.Accepted == (error == 0), what);
        Assert.Equal(error == 0 ? 1 : 0, zalo.Calls.Messages.Count);
    }

    [Fact]
    public async Task A_success_names_the_message()
    {
        var (status, answer) = await Wire.JsonAsync("POST", zalo.Url + ZaloStandIn.SendPath, Text(Of("Chào")), ("access_token", zalo.Tokens.Access));
        Assert.Equal((HttpStatusCode.OK, "Success"), (status, answer.GetProperty("message").GetString()));
        var message = Assert.Single(zalo.Calls.Messages);
        Assert.Equal(("7", "Chào", answer.GetProperty("data").GetProperty("message_id").GetString()), (message.To, message.Text, message.Id));
    }

    [Fact]
    public async Task Only_the_bare_header_with_a_living_token_opens()
    {
        Assert.Equal(-216, await SendAsync(Text(Of("a")), "nonsense"));
        var (_, bearer) = await Wire.JsonAsync("POST", zalo.Url + ZaloStandIn.SendPath, Text(Of("a")), ("Authorization", "Bearer " + zalo.Tokens.Access));
        Assert.Equal(-216, bearer.GetProperty("error").GetInt32());
        zalo.Tokens.ExpireAccess();
        Assert.Equal(-220, await SendAsync(Text(Of("a"))));
    }

    [Fact]
    public async Task A_citizen_who_blocked_or_went_quiet_gets_nothing()
    {
        zalo.Block("7");
        Assert.Equal(-217, await SendAsync(Text(Of("a"))));
        zalo.Block("7", -244);
        Assert.Equal(-244, await SendAsync(Text(Of("a"))));
        zalo.Interacted("7");
        Assert.Equal(0, await SendAsync(Text(Of("a"))));
        zalo.Interacted("7", zalo.Time.GetUtcNow().AddHours(-49));
        Assert.Equal((0, 1), (await SendAsync(Text(Of("a"))), zalo.Billed));
        zalo.CloseWindow("7");
        Assert.Equal(-230, await SendAsync(Text(Of("a"))));
        zalo.WindowsStartClosed = true;
        Assert.Equal(-230, await SendAsync(Text(Of("a")).Replace("\"7\"", "\"8\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_quota_and_the_rate_run_out()
    {
        zalo.Quota = 1;
        Assert.Equal((0, -211), (await SendAsync(Text(Of("a"))), await SendAsync(Text(Of("a")))));
        zalo.Quota = null;
        zalo.Faults.RateLimit(1, TimeSpan.FromHours(1), ZaloStandIn.SendPath);
        Assert.Equal((0, -32), (await SendAsync(Text(Of("a"))), await SendAsync(Text(Of("a")))));
    }

    [Theory]
    [InlineData(0, """{"recipient":{"user_id":"7"},"sender_action":{"react_icon":"/-ok","react_message_id":"m"}}""")]
    [InlineData(-201, """{"recipient":{"user_id":"7"},"sender_action":{"react_icon":"/-ok"}}""")]
    [InlineData(-240, """{"recipient":{"user_id":"7"},"message":{"text":"a"}}""")]
    public async Task Of_the_old_version_only_reactions_are_left(int error, string body)
    {
        var (_, answer) = await Wire.JsonAsync("POST", zalo.Url + ZaloStandIn.ReactPath, body, ("access_token", zalo.Tokens.Access));
        Assert.Equal((error, 0), (answer.GetProperty("error").GetInt32(), zalo.Calls.Messages.Count));
    }

    private static string Of(string text) => $"\"text\":\"{text}\"";

    private static string Text(string message) => $$$"""{"recipient":{"user_id":"7"},"message":{{{{message}}}}}""";

    private static string Attached(string attachment) => Text("\"attachment\":" + attachment);

    private static string Buttons(string buttons) => Text($$$"""{{{Of("a")}}},"attachment":{"type":"template","payload":{"buttons":[{{{buttons}}}]}}""");

    private static string Show(string title, string payload) => $$"""{"type":"oa.query.show","title":"{{title}}","payload":"{{payload}}"}""";

    private async Task<int> SendAsync(string body, string? token = null)
    {
        var (status, answer) = await Wire.JsonAsync("POST", zalo.Url + ZaloStandIn.SendPath, body, ("access_token", token ?? zalo.Tokens.Access));
        Assert.Equal(HttpStatusCode.OK, status);
        return answer.GetProperty("error").GetInt32();
    }
}
