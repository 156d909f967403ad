using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Bot.Protocol;

namespace Bot.Tests.Hosting;

/// <summary>One Direct Line conversation, as a client leads it.</summary>
internal sealed class Line
{
    /// <summary>How long a test waits for what must come; reached only when it fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TestBot bot;

    public Line(TestBot bot, string id, string token, string? streamUrl = null) => (this.bot, Id, Token, StreamUrl) = (bot, id, token, streamUrl);

    public string Id { get; }

    public string Token { get; }

    public string? StreamUrl { get; }

    public string Activities => $"/v3/directline/conversations/{Id}/activities";

    public static async Task<Line> StartAsync(TestBot bot)
    {
        var grant = await bot.JsonAsync("POST", "/webchat/token");
        var started = await bot.JsonAsync("POST", "/v3/directline/conversations", (string)grant["token"]!, new { });
        return new Line(bot, (string)started["conversationId"]!, (string)started["token"]!, (string)started["streamUrl"]!);
    }

    /// <summary>The same conversation led with another host on the same data.</summary>
    public Line On(TestBot other) => new(other, Id, Token);

    public Task<HttpResponseMessage> PostAsync(object activity) => bot.SendAsync("POST", Activities, Token, JsonContent.Create(activity));

    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var sent = await bot.JsonAsync("POST", Activities, Token, new { type = "message", text, channelData = new { clientActivityID = clientId } });
        return (string)sent["id"]!;
    }

    public async Task<ActivitySet> PollAsync(string watermark = "")
    {
        using var response = await bot.SendAsync("GET", $"{Activities}?watermark={watermark}", Token);
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return (await response.Content.ReadFromJsonAsync(ProtocolJson.Wire.ActivitySet))!;
    }

    /// <summary>The whole log, as soon as it is as it is asked for.</summary>
    public async Task<IReadOnlyList<Activity>> UntilAsync(Func<IReadOnlyList<Activity>, bool> satisfied)
    {
        using var listener = bot.Outbox.Listen(Id);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var all = (await PollAsync()).Activities;
            if (satisfied(all)) return all;
            await listener.WaitAsync(patience.Token);
        }
    }

    /// <summary>The bot's replies to a message, once there are any.</summary>
    public async Task<IReadOnlyList<Activity>> RepliesAsync(string id) =>
        [.. (await UntilAsync(all => all.Any(a => a.ReplyToId == id))).Where(a => a.ReplyToId == id)];

    public async Task<Activity> AskAsync(string text) => (await RepliesAsync(await SayAsync(text)))[0];

    public async Task<StreamReader> StreamAsync(string? watermark = null, string? origin = null)
    {
        var url = watermark is null && StreamUrl is not null ? StreamUrl
            : (string)(await bot.JsonAsync("GET", $"/v3/directline/conversations/{Id}?watermark={watermark}", Token))["streamUrl"]!;
        var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        return new StreamReader(socket);
    }

    public static string? Outcome(Activity activity) => activity.ChannelData is { } data && data.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null;

    /// <summary>The client's end of a stream.</summary>
    internal sealed class StreamReader(ClientWebSocket socket) : IDisposable
    {
        public ClientWebSocket Socket => socket;

        /// <summary>The next frame as text; null when the server closed.</summary>
        public async Task<string?> FrameAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            var buffer = new byte[64 * 1024];
            using var frame = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, patience.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                    return null;
                }
                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage) return Encoding.UTF8.GetString(frame.ToArray());
            }
        }

        /// <summary>So many activities, over as many frames as they come in.</summary>
        public async Task<List<Activity>> ReadAsync(int count)
        {
            var read = new List<Activity>();
            while (read.Count < count)
            {
                var frame = await FrameAsync() ?? throw new InvalidOperationException($"closed after {read.Count} of {count}");
                if (frame.Length > 0) read.AddRange(System.Text.Json.JsonSerializer.Deserialize(frame, ProtocolJson.Wire.ActivitySet)!.Activities);
            }
            return read;
        }

        public void Dispose() => socket.Dispose();
    }
}
