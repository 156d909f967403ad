using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversations;

namespace Bot.Turns;

/// <summary>How what is remembered of a conversation is written down.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Conversation))]
public sealed partial class StateJson : JsonSerializerContext
{
    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, Default.Conversation);

    public static Conversation Read(string json)
    {
        var read = JsonSerializer.Deserialize(json, Default.Conversation) ?? Bot.Conversations.Conversation.New;
        // The generated reader sets what is missing to null, not to what the record begins with.
        return read.Slots is null ? read with { Slots = Bot.Conversations.Conversation.New.Slots } : read;
    }
}
