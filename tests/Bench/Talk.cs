using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bench;

/// <summary>One citizen's conversation over Direct Line with a WebSocket: asks, and waits for the reply.</summary>
internal sealed class Talk : IDisposable
{
    private readonly HttpClient client;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly AuthenticationHeaderValue authorization;
    private readonly string address;
    private readonly string user;
    private int asked;

    private Talk(HttpClient client, string token, string address, string user) => (this.client, authorization, this.address, this.user) = (client, new("Bearer", token), address, user);

    public static async Task<Talk> BeginAsync(HttpClient client)
    {
        using var grant = await client.PostAsJsonAsync("/webchat/token", new { });
        var token = (await grant.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>())!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(new { }) };
        request.Headers.Authorization = new("Bearer", token.GetProperty("token").GetString());
        using var started = await client.SendAsync(request);
        var conversation = await started.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var talk = new Talk(client, conversation.GetProperty("token").GetString()!,
            $"/v3/directline/conversations/{conversation.GetProperty("conversationId").GetString()}/activities", token.GetProperty("userId").GetString()!);
        await talk.socket.ConnectAsync(new Uri(conversation.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        return talk;
    }

    /// <summary>Asks a question and returns when its reply has come.</summary>
    public async Task AskAsync(string question)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "message", from = new { id = user, role = "user" }, text = question, locale = "vi-VN",
            channelData = new { clientActivityID = $"{user}-{++asked}" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = authorization;
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        while (!(await FrameAsync()).Contains("\"outcome\"", StringComparison.Ordinal)) { }
    }

    public void Dispose() => socket.Dispose();

    private async Task<string> FrameAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close) throw new IOException("Máy chủ đóng kết nối.");
            if (part.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
