using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Channels.Connector.Access;

/// <summary>What a token says of itself, read strictly and believed by nobody until its signature is checked.</summary>
internal sealed class ClaimedToken
{
    /// <summary>The longest token that is read; Microsoft's are a tenth of it.</summary>
    public const int Longest = 16 * 1024;

    // A name that stands twice means one thing to us and another to somebody else.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly JsonElement header;
    private readonly JsonElement payload;

    private ClaimedToken(string text, JsonElement header, JsonElement payload) => (Text, this.header, this.payload) = (text, header, payload);

    /// <summary>The token itself.</summary>
    public string Text { get; }

    public string? Algorithm => String(header, "alg");

    public string? KeyId => String(header, "kid");

    public string? Issuer => Claim("iss");

    /// <summary>When it ends, in seconds since 1970.</summary>
    public long? Expires => Seconds("exp");

    public long? NotBefore => Seconds("nbf");

    /// <summary>Null when the text is no signed token of three parts, or one with rules that we do not know.</summary>
    public static ClaimedToken? Read(string text)
    {
        if (text.Length > Longest || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')) return null;
        var parts = text.Split('.');
        if (parts.Length != 3 || parts[2].Length == 0 || Json(parts[0]) is not { } header || Json(parts[1]) is not { } payload) return null;
        // "crit" names extensions that must be understood; there are none that we understand.
        foreach (var unknown in (string[])["crit", "b64", "enc", "zip"])
            if (header.TryGetProperty(unknown, out _)) return null;
        // A time that is there but is no time must not pass as none.
        foreach (var time in (string[])["exp", "nbf"])
            if (payload.TryGetProperty(time, out _) && Seconds(payload, time) is null) return null;
        return new ClaimedToken(text, header, payload);
    }

    /// <summary>A claim that is one text; null when it is missing, a list, or anything else.</summary>
    public string? Claim(string name) => String(payload, name);

    public bool Has(string name) => payload.TryGetProperty(name, out _);

    private static JsonElement? Json(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            if (!Utf8.IsValid(bytes)) return null;
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? String(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return null;
        }
    }

    private long? Seconds(string name) => Seconds(payload, name);

    private static long? Seconds(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799 ? seconds : null;
}
