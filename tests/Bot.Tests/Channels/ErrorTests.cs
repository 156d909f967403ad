using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <summary>What a wrong call gets: the right status and an error in the protocol's shape.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("{\"type\":", 400, "BadArgument")]
    [InlineData("null", 400, "BadArgument")]
    [InlineData("[]", 400, "BadArgument")]
    [InlineData("{}", 400, "BadArgument")]
    [InlineData("{\"type\":\"\"}", 400, "BadArgument")]
    [InlineData("{\"type\":5}", 400, "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}", 400, "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":\"x\",\"channelData\":{\"a\":\"\\ud800\"}}", 400, "BadArgument")]
    [InlineData("", 400, "BadArgument")]
    public async Task A_body_that_is_no_activity_is_refused(string body, int status, string code)
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("POST", line.Activities, line.Token, new StringContent(body, Encoding.UTF8, "application/json")), status, code);
        Assert.Empty((await line.PollAsync()).Activities);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        var body = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        body.Headers.ContentType = new("application/json");
        await AssertErrorAsync(await bot.SendAsync("POST", line.Activities, line.Token, body), 400, "BadArgument");
    }

    [Fact]
    public async Task Json_that_is_nested_too_deeply_is_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        var deep = "{\"type\":\"message\",\"text\":\"x\",\"value\":" + new string('[', 100) + new string(']', 100) + "}";
        await AssertErrorAsync(await bot.SendAsync("POST", line.Activities, line.Token, new StringContent(deep, Encoding.UTF8, "application/json")), 400, "BadArgument");
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("POST", line.Activities, line.Token, new StringContent("{\"type\":\"message\"}", Encoding.UTF8, "text/plain")), 415, "UnsupportedMediaType");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(bool chunked)
    {
        await using var bot = new TestBot(settings: ("Limits:BodyBytes", "2048"));
        var line = await Line.StartAsync(bot);
        var request = new HttpRequestMessage(HttpMethod.Post, line.Activities) { Content = new StringContent(JsonSerializer.Serialize(new { type = "message", text = new string('a', 4000) }), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", line.Token);
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        await AssertErrorAsync(await bot.Http.SendAsync(request), 413, "MessageSizeTooBig");
    }

    [Fact]
    public async Task A_message_over_the_length_is_accepted_and_the_bot_says_so()
    {
        await using var bot = new TestBot(settings: ("Limits:MessageLength", "20"));
        var line = await Line.StartAsync(bot);
        Assert.NotEqual("Dài quá.", (await line.AskAsync(new string('a', 20))).Text);
        var reply = await line.AskAsync(new string('a', 21));
        Assert.Equal(("Dài quá.", "unanswered"), (reply.Text, Line.Outcome(reply)));
    }

    [Fact]
    public async Task A_conversation_that_was_never_started_is_unknown()
    {
        await using var bot = new TestBot();
        var grant = await bot.JsonAsync("POST", "/webchat/token");
        var (id, token) = ((string)grant["conversationId"]!, (string)grant["token"]!);
        await AssertErrorAsync(await bot.SendAsync("GET", "/v3/directline/conversations/" + id, token), 404, "ConversationNotFound");
        await AssertErrorAsync(await bot.SendAsync("GET", $"/v3/directline/conversations/{id}/activities", token), 404, "ConversationNotFound");
        await AssertErrorAsync(await bot.SendAsync("POST", $"/v3/directline/conversations/{id}/activities", token, JsonContent.Create(new { type = "message", text = "x" })), 404, "ConversationNotFound");
        await AssertErrorAsync(await bot.SendAsync("GET", "/v3/directline/conversations/nowhere", TestBot.Secret), 404, "ConversationNotFound");
    }

    [Theory]
    [InlineData("GET", "/v3/directline/conversations", 405, "MethodNotAllowed")]
    [InlineData("PUT", "/v3/directline/tokens/refresh", 405, "MethodNotAllowed")]
    [InlineData("GET", "/webchat/token", 405, "MethodNotAllowed")]
    [InlineData("POST", "/v3/directline/nothing", 404, "NotFound")]
    public async Task What_is_not_there_is_said_in_the_protocols_shape(string method, string path, int status, string code)
    {
        await using var bot = new TestBot();
        await AssertErrorAsync(await bot.SendAsync(method, path), status, code);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    public async Task A_watermark_that_is_no_number_reads_from_the_start(string watermark)
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        Assert.Equal(2, (await line.PollAsync(watermark)).Activities.Count);
    }

    [Fact]
    public async Task A_watermark_beyond_the_end_goes_back_to_the_end()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        var set = await line.PollAsync("500");
        Assert.Equal((0, "2"), (set.Activities.Count, set.Watermark));
    }

    [Fact]
    public async Task A_stream_that_is_no_websocket_is_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await AssertErrorAsync(await bot.SendAsync("GET", line.StreamUrl!.Replace("ws://", "http://")), 400, "BadArgument");
    }

    [Fact]
    public async Task An_upload_that_cannot_be_read_is_refused()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        var body = new StringContent("no parts at all");
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=xyz");
        await AssertErrorAsync(await bot.SendAsync("POST", $"/v3/directline/conversations/{line.Id}/upload", line.Token, body), 400, "BadArgument");
    }

    [Fact]
    public async Task A_poll_never_fails_whatever_happens_to_the_store()
    {
        await using var bot = new TestBot();
        var line = await Line.StartAsync(bot);
        await line.AskAsync("xin chào");
        await bot.BreakStoreAsync();
        var set = await line.PollAsync("1");
        Assert.Equal((0, "1"), (set.Activities.Count, set.Watermark));
        await AssertErrorAsync(await line.PostAsync(new { type = "message", text = "x" }), 503, "ServiceUnavailable");
    }

    internal static async Task AssertErrorAsync(HttpResponseMessage response, int status, string code)
    {
        using (response)
        {
            Assert.Equal((HttpStatusCode)status, response.StatusCode);
            var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
            Assert.Equal(code, error.GetProperty("code").GetString());
            Assert.NotEmpty(error.GetProperty("message").GetString()!);
        }
    }
}
