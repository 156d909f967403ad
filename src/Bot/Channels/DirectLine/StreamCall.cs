using System.Net.WebSockets;
using Bot.Channels.DirectLine.Access;
using Bot.Channels.Entrance;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.DirectLine;

/// <summary>The stream of a conversation over a WebSocket: what is in the log after the client's place, then what comes, without gap or repetition.</summary>
public sealed class StreamCall(Callers callers, ActivityLog log, Outbox outbox, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<StreamCall> logger)
{
    private const int MostInOneFrame = 100;

    // Less than the 20 s after which proxies and phones begin to drop silent connections.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    // Who does not read for so long is gone; the log keeps everything for his return.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public async Task OpenAsync(HttpContext context)
    {
        var grant = await callers.StreamAsync(context);
        var id = (string)context.GetRouteValue("id")!;
        new Caller(grant).MayEnter(id);
        if (log.Find(id) is not { } conversation) throw Refused.UnknownConversation();
        if (!context.WebSockets.IsWebSocketRequest) throw Refused.Malformed("The stream is a WebSocket.");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var reading = DiscardAsync(socket, closing);
        try
        {
            await PumpAsync(socket, id, Math.Min(Watermark.Read(context.Request), conversation.LastSeq), closing.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or TimeoutException)
        {
            // The client went away, or we do: the rest is in the log.
        }
        catch (Exception error)
        {
            logger.LogError(error, "The stream of conversation {Conversation} broke", id);
        }
        await CloseAsync(socket, reading);
    }

    private async Task PumpAsync(WebSocket socket, string conversation, long watermark, CancellationToken stopping)
    {
        // Listening begins before the first look at the log: nothing falls between the two.
        using var listener = outbox.Listen(conversation);
        await using var alarm = time.CreateTimer(static state => ((Listener)state!).Ring(), listener, Silence, Silence);
        do
        {
            var sent = false;
            while (log.After(conversation, watermark, MostInOneFrame) is { Count: > 0 } activities)
            {
                watermark = activities[^1].Seq;
                await SendAsync(socket, SetJson.Write(activities, watermark));
                sent = true;
            }
            // Woken with nothing to say: an empty frame keeps the connection alive.
            if (!sent) await SendAsync(socket, ReadOnlyMemory<byte>.Empty);
        }
        while (await listener.WaitAsync(stopping));
    }

    // No cancelling of what is under way, here or in reading: it would tear the socket down before a goodbye.
    private async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame)
    {
        var sending = socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully) await sending.AsTask().WaitAsync(Patience, time);
    }

    /// <summary>Reads what the client sends, empty frames to keep the line open, until it closes.</summary>
    private static async Task DiscardAsync(WebSocket socket, CancellationTokenSource closing)
    {
        var buffer = new byte[512];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // Gone without a word.
        }
        await closing.CancelAsync();
    }

    /// <summary>Says goodbye, and leaves the client a moment to answer.</summary>
    private async Task CloseAsync(WebSocket socket, Task reading)
    {
        try
        {
            var status = lifetime.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure;
            await socket.CloseOutputAsync(status, null, CancellationToken.None).WaitAsync(Farewell, time);
            await reading.WaitAsync(Farewell, time);
        }
        catch (Exception error) when (error is TimeoutException or WebSocketException or InvalidOperationException or IOException)
        {
            // Whoever does not answer is cut off below.
        }
        socket.Abort();
        await reading;
    }
}
