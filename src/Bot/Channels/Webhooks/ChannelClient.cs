using System.Net;
using System.Text.Json;
using Bot.Delivery;

namespace Bot.Channels.Webhooks;

/// <summary>Calls a channel's server: in bounded time, and with what is known of a call that failed.</summary>
public sealed class ChannelClient : IDisposable
{
    private const int LongestAnswer = 256 * 1024;

    private readonly DeliveryOptions options;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker http;

    public ChannelClient(DeliveryOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // As many as Delivery:AtOnce lets through: none waits for a connection, which would count as the channel's slowness.
            MaxConnectionsPerServer = int.MaxValue,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>Calls; the second value says what became of a call without an answer.</summary>
    public async Task<(ChannelAnswer? Answer, Sending? Failure)> CallAsync(HttpRequestMessage request, CancellationToken stopping)
    {
        // It surely has nothing of a call that is not made.
        if (stopping.IsCancellationRequested) return (null, new Sending.Later("the process stopped"));
        using var patience = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = await ReadAsync(response.Content, either.Token);
            return (new ChannelAnswer((int)response.StatusCode, body, response.Headers.RetryAfter?.Delta), null);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return (null, new Sending.Later($"no connection ({error.HttpRequestError})"));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, new Sending.Unknown("the connection broke off"));
        }
        catch (OperationCanceledException)
        {
            return (null, new Sending.Unknown(stopping.IsCancellationRequested ? "the process stopped" : $"no answer within {options.Patience.TotalSeconds} seconds"));
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken stopping)
    {
        await using var stream = await content.ReadAsStreamAsync(stopping);
        var buffer = new byte[Math.Clamp(content.Headers.ContentLength ?? 1024, 256, LongestAnswer)];
        var length = 0;
        for (int read; (read = await stream.ReadAsync(buffer.AsMemory(length), stopping)) > 0;)
        {
            length += read;
            if (length < buffer.Length) continue;
            if (length >= LongestAnswer) break;
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, LongestAnswer));
        }
        return buffer[..length];
    }
}
