using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <summary>A message's whole road over HTTP: in, logged, answered, out; over either store.</summary>
public abstract class RoadContract(TestData data) : IAsyncLifetime
{
    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_created_once_and_taken_up_afterwards()
    {
        await using var bot = data.Bot();
        var token = (string)(await bot.JsonAsync("POST", "/webchat/token"))["token"]!;
        using var first = await bot.SendAsync("POST", "/v3/directline/conversations", token, JsonContent.Create(new { user = new { id = "x" }, locale = "vi-VN" }));
        using var second = await bot.SendAsync("POST", "/v3/directline/conversations", token);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        var (a, b) = (await first.Content.ReadFromJsonAsync<JsonElement>(), await second.Content.ReadFromJsonAsync<JsonElement>());
        Assert.Equal(a.GetProperty("conversationId").GetString(), b.GetProperty("conversationId").GetString());
        Assert.Equal(3600, a.GetProperty("expires_in").GetInt32());
        Assert.StartsWith($"ws://{bot.Address.Authority}/v3/directline/conversations/", a.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task A_question_is_echoed_and_then_answered_in_the_protocols_shape()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        var id = await line.SayAsync("xin chào", "client-1");
        var reply = (await line.RepliesAsync(id))[0];
        var echo = (await line.PollAsync()).Activities[0];
        Assert.Equal((id, "xin chào", "user", line.Id), (echo.Id, echo.Text, echo.From?.Role, echo.Conversation?.Id));
        Assert.Equal("client-1", echo.ChannelData?.GetProperty("clientActivityID").GetString());
        Assert.Equal(line.Id + "|0000002", reply.Id);
        Assert.Equal(("message", "directline", "markdown", "vi-VN", id), (reply.Type, reply.ChannelId, reply.TextFormat, reply.Locale, reply.ReplyToId));
        Assert.Equal(("tro-ly", "bot"), (reply.From?.Id, reply.From?.Role));
        Assert.Equal(echo.From?.Id, reply.Recipient?.Id);
        Assert.Equal("small", Line.Outcome(reply));
        Assert.True(reply.Timestamp > echo.Timestamp);
    }

    [Fact]
    public async Task A_question_back_expects_input_and_anything_else_accepts_it()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        var asked = await line.AskAsync("tra cứu hồ sơ");
        Assert.Equal(("asked", "expectingInput"), (Line.Outcome(asked), asked.InputHint));
        var small = await line.AskAsync("cảm ơn");
        Assert.Equal(("small", "acceptingInput"), (Line.Outcome(small), small.InputHint));
    }

    [Fact]
    public async Task A_repeated_client_activity_id_is_one_message()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        var first = await line.SayAsync("xin chào", "same");
        Assert.Equal(first, await line.SayAsync("xin chào", "same"));
        await line.RepliesAsync(first);
        var last = await line.SayAsync("cảm ơn", "other");
        await line.RepliesAsync(last);
        Assert.Equal(2, (await line.PollAsync()).Activities.Count(a => a.From?.Role == "user"));
    }

    [Fact]
    public async Task Who_speaks_is_what_the_token_says()
    {
        await using var bot = data.Bot();
        var grant = await bot.JsonAsync("POST", "/webchat/token");
        await bot.JsonAsync("POST", "/v3/directline/conversations", (string)grant["token"]!, new { });
        var line = new Line(bot, (string)grant["conversationId"]!, (string)grant["token"]!);
        (await line.PostAsync(new { type = "event", name = "other", from = new { id = "dl_somebody", role = "bot", name = "Lan" }, id = "mine", timestamp = "1999-01-01T00:00:00Z" })).Dispose();
        var logged = (await line.PollAsync()).Activities.Single();
        Assert.Equal(((string)grant["userId"]!, "user", "Lan"), (logged.From?.Id, logged.From?.Role, logged.From?.Name));
        Assert.Equal(line.Id + "|0000001", logged.Id);
        Assert.True(logged.Timestamp?.Year > 2020);
    }

    [Fact]
    public async Task Unknown_fields_of_an_activity_survive()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        (await line.PostAsync(new { type = "event", name = "other", localTimezone = "Asia/Ho_Chi_Minh", value = new { a = 1 } })).Dispose();
        var logged = (await line.PollAsync()).Activities.Single();
        Assert.Equal("Asia/Ho_Chi_Minh", logged.Others?["localTimezone"].GetString());
        Assert.Equal(1, logged.Value?.GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task Joining_is_greeted_and_other_events_are_only_logged()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        (await line.PostAsync(new { type = "event", name = "something/else" })).Dispose();
        (await line.PostAsync(new { type = "event", name = "webchat/join" })).Dispose();
        var all = await line.UntilAsync(all => all.Any(a => a.From?.Role == "bot"));
        Assert.Equal(["event", "event", "message"], all.Select(a => a.Type));
        Assert.Equal(line.Id + "|0000002", all[2].ReplyToId);
    }

    [Fact]
    public async Task Typing_is_answered_with_an_id_and_not_logged()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        using var response = await line.PostAsync(new { type = "typing" });
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        Assert.Empty((await line.PollAsync()).Activities);
    }

    [Fact]
    public async Task Links_into_this_server_and_citations_are_absolute()
    {
        await using var bot = data.Bot(settings: ("Web:PublicUrl", "https://hoidap.example.gov.vn/"));
        var line = await Line.StartAsync(bot);
        var reply = await line.AskAsync("nộp hồ sơ ở đâu");
        Assert.Equal("answered", Line.Outcome(reply));
        Assert.DoesNotContain("](/", reply.Text);
        Assert.Contains("](https://hoidap.example.gov.vn/thong-bao/", reply.Text);
        var message = reply.Entities!.Value[0];
        Assert.Equal(["type", "@type", "@context", "@id", "citation"], message.EnumerateObject().Select(p => p.Name));
        var claim = message.GetProperty("citation")[0];
        Assert.Equal(("Claim", 1), (claim.GetProperty("@type").GetString(), claim.GetProperty("position").GetInt32()));
        Assert.StartsWith("https://hoidap.example.gov.vn/thong-bao/", claim.GetProperty("appearance").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Buttons_are_suggested_actions_that_say_their_value()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        (await line.PostAsync(new { type = "event", name = "webchat/join" })).Dispose();
        var welcome = (await line.UntilAsync(all => all.Count > 1))[1];
        Assert.NotEmpty(welcome.SuggestedActions!.Actions);
        Assert.All(welcome.SuggestedActions.Actions, action => Assert.Equal("imBack", action.Type));
    }

    [Fact]
    public async Task What_is_attached_is_named_but_not_kept()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        (await line.PostAsync(new { type = "message", attachments = new[] { new { contentType = "text/plain", name = "cccd.png", contentUrl = "data:text/plain;base64,SECRETSECRET" } } })).Dispose();
        var all = await line.UntilAsync(all => all.Count == 2);
        Assert.Equal("""[{"contentType":"application/octet-stream","name":"cccd.png"}]""", all[0].Attachments?.GetRawText());
        Assert.Equal("unanswered", Line.Outcome(all[1]));
        Assert.DoesNotContain("SECRET", JsonSerializer.Serialize(all[0], Bot.Protocol.ProtocolJson.Wire.Activity));
    }

    [Fact]
    public async Task An_upload_is_accepted_thrown_away_and_answered()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        using var activity = new StringContent("""{"type":"message","from":{"id":"x"},"channelData":{"clientActivityID":"up-1"},"attachments":[{"contentType":"image/png","name":"giay.png"}]}""");
        activity.Headers.ContentType = new("application/vnd.microsoft.activity");
        using var file = new ByteArrayContent(new byte[300_000]);
        file.Headers.ContentType = new("image/png");
        using var form = new MultipartFormDataContent { { activity, "activity", "blob" }, { file, "file", "giay.png" } };
        using var response = await bot.SendAsync("POST", $"/v3/directline/conversations/{line.Id}/upload?userId=x", line.Token, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var all = await line.UntilAsync(all => all.Count == 2);
        Assert.Equal("up-1", all[0].ChannelData?.GetProperty("clientActivityID").GetString());
        Assert.Equal("giay.png", all[0].Attachments?[0].GetProperty("name").GetString());
        Assert.Equal((all[0].Id, "unanswered"), (all[1].ReplyToId, Line.Outcome(all[1])));
    }

    [Fact]
    public async Task A_file_alone_is_accepted_too()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new("image/png");
        using var response = await bot.SendAsync("POST", $"/v3/directline/conversations/{line.Id}/upload", line.Token, file);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await line.UntilAsync(all => all.Count == 2);
    }

    [Fact]
    public async Task With_the_secret_another_server_speaks_for_its_own_users_only()
    {
        await using var bot = data.Bot();
        var started = await bot.JsonAsync("POST", "/v3/directline/conversations", TestBot.Secret, new { user = new { id = "kiosk" } });
        var path = $"/v3/directline/conversations/{started["conversationId"]}/activities";
        await bot.JsonAsync("POST", path, TestBot.Secret, new { type = "event", name = "x", from = new { id = "kiosk" } });
        using var forged = await bot.SendAsync("POST", path, TestBot.Secret, JsonContent.Create(new { type = "event", from = new { id = "dl_1234" } }));
        using var nobody = await bot.SendAsync("POST", path, TestBot.Secret, JsonContent.Create(new { type = "event" }));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (forged.StatusCode, nobody.StatusCode));
    }

    [Fact]
    public async Task The_session_id_call_is_harmless()
    {
        await using var bot = data.Bot();
        Assert.Equal("", (string)(await bot.JsonAsync("GET", "/v3/directline/session/getsessionid"))["sessionId"]!);
    }
}
