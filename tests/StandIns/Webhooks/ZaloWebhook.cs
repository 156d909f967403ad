using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace StandIns.Webhooks;

/// <summary>Signs events as Zalo does: SHA-256 over app id, raw body, timestamp and the account's secret.</summary>
public sealed class ZaloWebhook(string appId, string oaId, string oaSecret, TimeProvider? time = null)
{
    public ZaloEvents Events { get; } = new(appId, oaId, time ?? TimeProvider.System);

    /// <summary>The unsigned call that the console makes when the address is saved.</summary>
    public static Webhook Probe(string body = "{}") => new(Encoding.ASCII.GetBytes(body), new Dictionary<string, string>());

    public Webhook Text(string userId, string text, string? msgId = null) => Sign(Events.Text(userId, text, msgId));

    public Webhook Sign(JsonObject body, ZaloSigning? how = null)
    {
        how ??= new ZaloSigning();
        return SignRaw(how.NumericIds ? WireText.WriteNumericIds(body) : how.Escaped ? WireText.WriteEscaped(body) : WireText.Write(body), how, TimestampOf(body));
    }

    /// <summary>Signs any bytes, also such as are no JSON.</summary>
    public Webhook SignRaw(byte[] body, ZaloSigning? how = null, string timestamp = "")
    {
        how ??= new ZaloSigning();
        if (how.SignsHeaderTimestamp) timestamp = how.HeaderTimestamp ?? throw new ArgumentException("there is no header timestamp to sign");
        var headers = new Dictionary<string, string>();
        if (how.HeaderTimestamp is { } header) headers["X-ZEvent-Timestamp"] = header;
        if (how.Retry is { } retry) headers["num_retry"] = retry.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Value(body, how, timestamp) is { } value) headers["X-ZEvent-Signature"] = value;
        return new Webhook(body, headers);
    }

    private string? Value(byte[] body, ZaloSigning how, string timestamp)
    {
        var id = how.SignsOaId ? oaId : appId;
        var right = Hash(id, body, timestamp, oaSecret);
        var digits = how.Signature switch
        {
            ZaloSignature.Missing => null,
            ZaloSignature.Empty => "",
            ZaloSignature.Wrong => (right[0] == '0' ? '1' : '0') + right[1..],
            ZaloSignature.Hmac => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(oaSecret), (byte[])[.. Encoding.UTF8.GetBytes(id), .. body, .. Encoding.UTF8.GetBytes(timestamp)])),
            ZaloSignature.OtherSecret => Hash(id, body, timestamp, oaSecret + "x"),
            ZaloSignature.OtherBody => Hash(id, [.. body.SkipLast(1), (byte)' '], timestamp, oaSecret),
            ZaloSignature.UpperCase => right.ToUpperInvariant(),
            ZaloSignature.Short => right[..32],
            _ => right,
        };
        return digits is null ? null : how.Prefix && how.Signature != ZaloSignature.Empty ? "mac=" + digits : digits;
    }

    private static string Hash(string id, byte[] body, string timestamp, string secret) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(id), .. body, .. Encoding.UTF8.GetBytes(timestamp), .. Encoding.UTF8.GetBytes(secret)]));

    private static string TimestampOf(JsonObject body) => body["timestamp"]?.ToString() ?? "";
}
