using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace StandIns.Webhooks;

/// <summary>Signs batches of items as Facebook does: HMAC-SHA-256 over the raw, escaped body.</summary>
public sealed class MessengerWebhook(string pageId, string appSecret, TimeProvider? time = null, string appId = "246813579246813")
{
    private readonly TimeProvider time = time ?? TimeProvider.System;

    public MessengerEvents Events { get; } = new(pageId, appId, time ?? TimeProvider.System);

    /// <summary>The question that Facebook asks before it believes in the address, as path and query.</summary>
    public static string Verification(string path, string token, string challenge, string mode = "subscribe") =>
        $"{path}?hub.mode={Uri.EscapeDataString(mode)}&hub.challenge={Uri.EscapeDataString(challenge)}&hub.verify_token={Uri.EscapeDataString(token)}";

    public Webhook Text(string psid, string text, string? mid = null) => Sign([Events.Text(psid, text, mid)]);

    /// <summary>One call with one entry that holds the items.</summary>
    public Webhook Sign(IReadOnlyList<JsonObject> items, MessengerSignature signature = MessengerSignature.Right) => SignBody(Body([items]), signature);

    /// <summary>One call with several entries.</summary>
    public Webhook SignEntries(IReadOnlyList<IReadOnlyList<JsonObject>> entries, MessengerSignature signature = MessengerSignature.Right) => SignBody(Body(entries), signature);

    public Webhook SignBody(JsonObject body, MessengerSignature signature = MessengerSignature.Right) => SignRaw(WireText.WriteEscaped(body), signature, WireText.Write(body));

    /// <summary>Signs any bytes, also such as are no JSON.</summary>
    public Webhook SignRaw(byte[] body, MessengerSignature signature = MessengerSignature.Right, byte[]? unescaped = null)
    {
        var right = Digits(body, appSecret);
        var value = signature switch
        {
            MessengerSignature.Missing or MessengerSignature.OnlySha1 => null,
            MessengerSignature.Empty => "",
            MessengerSignature.Wrong => "sha256=" + (right[0] == '0' ? '1' : '0') + right[1..],
            MessengerSignature.NoPrefix => right,
            MessengerSignature.OtherSecret => "sha256=" + Digits(body, appSecret + "x"),
            MessengerSignature.Unescaped => "sha256=" + Digits(unescaped ?? body, appSecret),
            MessengerSignature.OtherBody => "sha256=" + Digits([.. body.SkipLast(1), (byte)' '], appSecret),
            MessengerSignature.Short => "sha256=" + right[..32],
            _ => "sha256=" + right,
        };
        // Facebook sends the legacy header too.
        var headers = new Dictionary<string, string>();
        if (signature is MessengerSignature.Right or MessengerSignature.OnlySha1) headers["X-Hub-Signature"] = "sha1=" + Legacy(body);
        if (value is not null) headers["X-Hub-Signature-256"] = value;
        return new Webhook(body, headers);
    }

    /// <summary>The body of a batch; the list of another kind than "messaging" is for "standby" and "changes".</summary>
    public JsonObject Body(IReadOnlyList<IReadOnlyList<JsonObject>> entries, string list = "messaging", string ofObject = "page") => new()
    {
        ["object"] = ofObject,
        ["entry"] = new JsonArray([.. entries.Select(items => (JsonNode)new JsonObject
        {
            ["id"] = pageId,
            ["time"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
            [list] = new JsonArray([.. items.Select(i => i.DeepClone())]),
        })]),
    };

    private static string Digits(byte[] body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private string Legacy(byte[] body) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(appSecret), body));
}
