using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Protocol;

/// <summary>One message or event as the Bot Framework protocol writes it; fields that are not named here survive in <see cref="Others"/>.</summary>
public sealed record Activity
{
    /// <summary>"message", "event", "typing", "conversationUpdate" ….</summary>
    public string Type { get; init; } = "";

    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    /// <summary>"plain" or "markdown".</summary>
    public string? TextFormat { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>"acceptingInput" or "expectingInput".</summary>
    public string? InputHint { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public JsonElement? Attachments { get; init; }

    public JsonElement? Entities { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>Who has come into the conversation, in a conversationUpdate.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>The name of an event or invoke, for example "webchat/join".</summary>
    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    // "set", not "init": the generated reader cannot bind extension data otherwise.
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}
