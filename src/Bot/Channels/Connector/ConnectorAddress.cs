using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Protocol;

namespace Bot.Channels.Connector;

/// <summary>Where replies to a conversation of the connector go, and as whom we answer; noted with the conversation at every message.</summary>
public sealed record ConnectorAddress(string ServiceUrl, string ChannelId, string Conversation, ChannelAccount? Bot)
{
    public string Write() => JsonSerializer.Serialize(this, ConnectorJson.Default.ConnectorAddress);

    public static ConnectorAddress? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, ConnectorJson.Default.ConnectorAddress);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How the address is written down.</summary>
[JsonSerializable(typeof(ConnectorAddress))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
