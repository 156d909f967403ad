using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Channels.Webhooks;
using Bot.Turns;

namespace Bot.Channels.Messenger;

/// <summary>The webhook of the Messenger platform: the address is verified with a token, every event with the app's secret.</summary>
public sealed class MessengerWebhook(
    MessengerOptions options, Inbox inbox, ChannelLimits limits, LimitOptions bounds, TimeProvider time, ILogger<MessengerWebhook> logger) : Webhook(inbox, limits, bounds, time, logger)
{
    private const string Scheme = "sha256=";

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.AppSecret);
    private readonly byte[] verifyToken = SHA256.HashData(Encoding.UTF8.GetBytes(options.VerifyToken));
    private readonly MessengerEvents events = new(options, logger);

    protected override string Name => "Messenger";

    /// <summary>Answers the platform's question whether this address is ours.</summary>
    public Task VerifyAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var token = SHA256.HashData(Encoding.UTF8.GetBytes(query["hub.verify_token"].ToString()));
        if (query["hub.mode"] != "subscribe" || query["hub.challenge"].ToString() is not { Length: > 0 and <= 1000 } challenge || !CryptographicOperations.FixedTimeEquals(token, verifyToken))
            throw Refused.Forbidden("VerificationFailed", "hub.verify_token is not the one that is set here, or hub.mode and hub.challenge are missing.");
        // Plain text and nothing else, or the challenge could be a page.
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(challenge);
    }

    protected override bool? Verify(HttpRequest request, ReadOnlySpan<byte> body, JsonElement? root)
    {
        var header = request.Headers["X-Hub-Signature-256"].ToString();
        Span<byte> given = stackalloc byte[32];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length != Scheme.Length + 64
            || Convert.FromHexString(header.AsSpan(Scheme.Length), given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> right = stackalloc byte[32];
        HMACSHA256.HashData(secret, body, right);
        return CryptographicOperations.FixedTimeEquals(given, right);
    }

    protected override List<Arrival> Arrivals(JsonElement root) => events.Read(root);
}
