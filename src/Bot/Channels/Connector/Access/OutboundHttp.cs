using System.Net;
using System.Text.Json;

namespace Bot.Channels.Connector.Access;

/// <summary>Asks Microsoft's servers for small JSON documents, and follows nobody elsewhere.</summary>
public sealed class OutboundHttp : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        // Keys and passwords are for the address that the operator gave, not for where it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // Each caller has its own time limit, by its own clock.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>The status, and the answer when it is JSON.</summary>
    public async Task<(HttpStatusCode Status, JsonDocument? Body)> SendAsync(HttpRequestMessage request, CancellationToken limit)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit);
        var bytes = await response.Content.ReadAsByteArrayAsync(limit);
        try
        {
            return (response.StatusCode, JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 }));
        }
        catch (JsonException)
        {
            return (response.StatusCode, null);
        }
    }

    public void Dispose() => http.Dispose();
}
