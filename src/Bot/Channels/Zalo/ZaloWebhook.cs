using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Channels.Limits;
using Bot.Channels.Webhooks;
using Bot.Turns;

namespace Bot.Channels.Zalo;

/// <summary>The webhook of the OA. A signature is a plain hash of app id, raw body, timestamp and secret; of what is not sure, what was seen is logged.</summary>
public sealed class ZaloWebhook(
    ZaloOptions options, Inbox inbox, ChannelLimits limits, LimitOptions bounds, TimeProvider time, ILogger<ZaloWebhook> logger) : Webhook(inbox, limits, bounds, time, logger)
{
    private const string Scheme = "mac=";

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.OaSecretKey);
    private readonly ConcurrentDictionary<string, bool> seen = new();
    private readonly ZaloEvents events = new(options, logger);

    protected override string Name => "Zalo";

    // When the address is saved in the console, Zalo tries it with nothing in hand.
    protected override bool IsProbe(ReadOnlySpan<byte> body) => body.Trim(" \t\r\n"u8) is var trimmed && (trimmed.IsEmpty || trimmed.SequenceEqual("{}"u8));

    protected override bool? Verify(HttpRequest request, ReadOnlySpan<byte> body, JsonElement? root)
    {
        var header = request.Headers["X-ZEvent-Signature"].ToString().AsSpan();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) header = header[Scheme.Length..];
        Span<byte> given = stackalloc byte[32];
        if (header.Length != 64 || Convert.FromHexString(header, given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        if (root is null) return null;
        if (root.Id("app_id") != options.AppId) return false;
        var inHeader = request.Headers["X-ZEvent-Timestamp"].ToString();
        var inBody = root.Id("timestamp") ?? "";
        foreach (var (variant, app, timestamp) in Variants(root, inHeader, inBody))
        {
            if (!CryptographicOperations.FixedTimeEquals(given, Hash(app, body, timestamp))) continue;
            if (seen.TryAdd(variant, true)) logger.LogInformation("Zalo signs with {Variant}", variant);
            if (request.Headers["num_retry"].ToString() is { Length: > 0 and < 10 } again) logger.LogInformation("Zalo brings an event again ({Retry})", again);
            return true;
        }
        return false;
    }

    protected override List<Arrival> Arrivals(JsonElement root) => events.Read(root);

    private IEnumerable<(string Variant, string App, string Timestamp)> Variants(JsonElement? root, string inHeader, string inBody)
    {
        if (inHeader.Length > 0 && inHeader != inBody) yield return ("app_id and the header's timestamp", options.AppId, inHeader);
        yield return (inHeader == inBody ? "app_id and a timestamp that header and body agree on" : "app_id and the body's timestamp", options.AppId, inBody);
        if (!options.AcceptOaId || (root.Id("oa_id") ?? root.Get("recipient").Id("id")) is not { } oa) yield break;
        if (inHeader.Length > 0 && inHeader != inBody) yield return ("oa_id and the header's timestamp", oa, inHeader);
        yield return ("oa_id and the body's timestamp", oa, inBody);
    }

    private byte[] Hash(string app, ReadOnlySpan<byte> body, string timestamp)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(app));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(secret);
        return hash.GetHashAndReset();
    }
}
