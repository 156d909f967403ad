using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StandIns.Serving;
using StandIns.Webhooks;

namespace Bench.Faults;

/// <summary>One citizen who writes over one channel, each message with another dossier code, so that every reply says which message it answers; what is not acknowledged is sent again, as channels do.</summary>
internal abstract partial class Writer(World world, IReadOnlyList<Node> nodes, int number)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Random chance = new(number);

    public abstract string Channel { get; }

    /// <summary>How many messages were acknowledged.</summary>
    public int Sent { get; private set; }

    protected World World => world;

    protected int Number => number;

    public virtual Task BeginAsync() => Task.CompletedTask;

    /// <summary>Writes until it is told to stop, at its own pace, without waiting for replies.</summary>
    public async Task WriteAsync(TimeSpan pace, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(pace * (0.5 + chance.NextDouble()), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stop.IsCancellationRequested) await WriteOneAsync();
        }
    }

    /// <summary>Writes one message and returns when it is acknowledged.</summary>
    public async Task WriteOneAsync()
    {
        var message = Sent + 1;
        await AgainAsync(() => Request(message));
        Sent = message;
    }

    /// <summary>The numbers of the messages that were answered, in the order in which the replies came.</summary>
    public abstract Task<IReadOnlyList<int>> AnsweredAsync();

    protected abstract HttpRequestMessage Request(int message);

    protected static string Code(int message) => string.Create(CultureInfo.InvariantCulture, $"000.00.15.H37-260914-{message:D4}");

    protected static IEnumerable<int> Codes(string? text) => text is null ? [] : Said().Matches(text).Take(1).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    protected static IReadOnlyList<int> Taken(StandIn standIn, string user) =>
        [.. standIn.Calls.Messages.Where(message => message.To == user || message.Body.ToString().Contains($"\"{user}\"", StringComparison.Ordinal)).SelectMany(message => Codes(message.Text))];

    /// <summary>Tries until somebody acknowledges: any node, and again after a failure.</summary>
    protected async Task<JsonElement?> AgainAsync(Func<HttpRequestMessage> make)
    {
        while (true)
        {
            var request = make();
            request.RequestUri = new Uri(nodes[chance.Next(nodes.Count)].Url + request.RequestUri!.OriginalString);
            try
            {
                using var response = await client.SendAsync(request);
                if (response.IsSuccessStatusCode)
                {
                    var body = await response.Content.ReadAsByteArrayAsync();
                    return body.Length == 0 || response.Content.Headers.ContentType?.MediaType != "application/json" ? null : JsonSerializer.Deserialize<JsonElement>(body);
                }
                if (response.StatusCode < HttpStatusCode.InternalServerError) throw new InvalidOperationException($"{Channel}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed, or not there yet.
            }
            await Task.Delay(Pause);
        }
    }

    protected static HttpRequestMessage Post(string path, object body, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    protected static HttpRequestMessage To(Webhook webhook, string path)
    {
        var request = webhook.To("http://any" + path);
        request.RequestUri = new Uri(path, UriKind.Relative);
        return request;
    }

    [GeneratedRegex(@"H37-260914-(\d{4})")]
    private static partial Regex Said();
}
