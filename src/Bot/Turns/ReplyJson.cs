using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Content;
using Bot.Conversations;
using Bot.Operation;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>Writes a reply as the activity that is logged and delivered, all but id and timestamp, which the log gives.</summary>
public sealed class ReplyJson(PublicAddress address, LiveContent content)
{
    /// <summary>The bot's id as the sender of its messages.</summary>
    public const string BotId = "tro-ly";

    private static readonly JsonWriterOptions Options = new() { Encoder = ProtocolJson.Wire.Options.Encoder };

    public byte[] Write(Reply reply, PendingMessage answered, string to)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("channelId", answered.Channel);
        WriteAccount(json, "from", BotId, content.Current.Agency.Assistant, "bot");
        json.WriteStartObject("conversation");
        json.WriteString("id", answered.Conversation);
        json.WriteEndObject();
        WriteAccount(json, "recipient", to, null, "user");
        json.WriteString("textFormat", "markdown");
        json.WriteString("text", address.Absolute(reply.Markdown));
        json.WriteString("locale", "vi-VN");
        json.WriteString("inputHint", reply.Outcome == Outcome.Asked ? "expectingInput" : "acceptingInput");
        json.WriteString("replyToId", answered.AnsweredId);
        if (!reply.Buttons.IsDefaultOrEmpty) WriteButtons(json, reply.Buttons);
        json.WriteStartObject("channelData");
        json.WriteString("outcome", Name(reply.Outcome));
        if (reply.Change is { } change)
        {
            json.WriteStartObject("change");
            json.WriteString("code", change.Code);
            json.WriteString("state", change.State);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (!reply.Citations.IsDefaultOrEmpty) WriteCitations(json, reply.Citations);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, string property, string id, string? name, string role)
    {
        json.WriteStartObject(property);
        json.WriteString("id", id);
        if (name is not null) json.WriteString("name", name);
        json.WriteString("role", role);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, ImmutableArray<Button> buttons)
    {
        json.WriteStartObject("suggestedActions");
        json.WriteStartArray("to");
        json.WriteEndArray();
        json.WriteStartArray("actions");
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type", "imBack");
            json.WriteString("title", button.Title);
            json.WriteString("value", button.Says);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The shape that Web Chat and Teams render as numbered sources, to the letter.
    private void WriteCitations(Utf8JsonWriter json, ImmutableArray<Citation> citations)
    {
        json.WriteStartArray("entities");
        json.WriteStartObject();
        json.WriteString("type", "https://schema.org/Message");
        json.WriteString("@type", "Message");
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@id", "");
        json.WriteStartArray("citation");
        for (var i = 0; i < citations.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Claim");
            json.WriteNumber("position", i + 1);
            json.WriteStartObject("appearance");
            json.WriteString("@type", "DigitalDocument");
            json.WriteString("name", citations[i].Name);
            json.WriteString("url", address.Of(citations[i].Path));
            json.WriteString("abstract", citations[i].Abstract);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.Asked => "asked",
        Outcome.Unanswered => "unanswered",
        Outcome.Small => "small",
        Outcome.HandedOff => "handedOff",
        _ => "failed",
    };
}
