using System.Text.Json;

namespace Bot.Channels.Webhooks;

/// <summary>What a channel's server answered.</summary>
public sealed record ChannelAnswer(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Body) is { ValueKind: JsonValueKind.Object } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
