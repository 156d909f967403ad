using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bench;

/// <summary>One citizen's conversation over Messenger: a signed webhook goes in, and the reply comes to the sink.</summary>
internal sealed class PushTalk
{
    public const string AppSecret = "bench app secret";
    public const string Page = "104857600000001";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(AppSecret);

    private readonly HttpClient client;
    private readonly string user;
    private readonly SemaphoreSlim arrived = new(0);
    private int asked;

    public PushTalk(HttpClient client, GraphSink sink, int number)
    {
        this.client = client;
        user = (7000000000000000000L + number).ToString(CultureInfo.InvariantCulture);
        sink.Expect(user, () => arrived.Release());
    }

    /// <summary>Says hello, which is answered with two messages: who answers here, and the greeting.</summary>
    public async Task BeginAsync()
    {
        await SendAsync("nộp hồ sơ ở đâu");
        await arrived.WaitAsync();
        await arrived.WaitAsync();
    }

    /// <summary>Asks a question and returns when its reply has come; the value is how long the webhook took to be acknowledged.</summary>
    public async Task<TimeSpan> AskAsync(string question)
    {
        var acknowledged = await SendAsync(question);
        await arrived.WaitAsync();
        return acknowledged;
    }

    private async Task<TimeSpan> SendAsync(string question)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "page",
            entry = new[]
            {
                new
                {
                    id = Page, time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
                    messaging = new[] { new { sender = new { id = user }, recipient = new { id = Page }, timestamp = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), message = new { mid = $"m_{user}_{++asked}", text = question } } },
                },
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/messenger") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, body)));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return System.Diagnostics.Stopwatch.GetElapsedTime(began);
    }
}
