using System.Text.Json;
using Bot.Channels.DirectLine.Access;
using Bot.Channels.Entrance;
using Bot.Protocol;

namespace Bot.Channels.DirectLine;

/// <summary>Makes of what a client sent the activity that is logged: who sent it and where is ours to say, the rest is kept as it came.</summary>
internal static class Incoming
{
    private const int LongestClientId = 200;

    public static Activity Clean(Activity sent, Caller caller, string conversation)
    {
        if (string.IsNullOrWhiteSpace(sent.Type)) throw Refused.Malformed("The activity has no type.");
        return sent with
        {
            Id = null,
            Timestamp = null,
            ServiceUrl = null,
            ChannelId = ConversationCalls.Channel,
            From = new ChannelAccount(User(sent, caller), sent.From?.Name, "user"),
            Conversation = new ConversationAccount(conversation),
            Recipient = null,
            Attachments = Named(sent.Attachments),
        };
    }

    /// <summary>The client's own id of the activity; null when it gave none.</summary>
    public static string? ClientId(Activity sent) =>
        sent.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= LongestClientId } text ? text : null;

    /// <summary>Attachments of which only the names are known, as Web Chat shows a file that cannot be opened.</summary>
    public static JsonElement? OnlyNames(IEnumerable<string?> names)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var name in names)
            {
                json.WriteStartObject();
                // Whatever it was: for any other type Web Chat would look for the content.
                json.WriteString("contentType", "application/octet-stream");
                json.WriteString("name", name is { Length: > 200 } ? name[..200] : name ?? "");
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    // Nobody reads what citizens attach, so it is not kept: it could be anything about anybody.
    private static JsonElement? Named(JsonElement? attachments) =>
        attachments is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? OnlyNames(list.EnumerateArray().Take(20).Select(Name)) : null;

    private static string? Name(JsonElement attachment) =>
        attachment.ValueKind == JsonValueKind.Object && attachment.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static string User(Activity sent, Caller caller)
    {
        if (caller.Grant is { } grant) return grant.User;
        if (sent.From?.Id is not { Length: > 0 and <= 100 } id) throw Refused.Malformed("from.id is missing, or longer than 100 characters.");
        return !id.StartsWith(Ids.TokenUser, StringComparison.Ordinal) ? id : throw Refused.Malformed("Only a token can carry a from.id that starts with \"dl_\".");
    }
}
