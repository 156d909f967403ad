using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Conversations;
using Bot.Protocol;

namespace Bot.Channels.Messenger;

/// <summary>Writes what the Send API takes.</summary>
internal static class MessengerJson
{
    /// <summary>What our messages carry for nobody to see: their echoes bring it back, and those of what a person writes do not.</summary>
    public const string Metadata = "tro-ly";

    private static readonly JsonWriterOptions Options = new() { Encoder = ProtocolJson.Wire.Options.Encoder };

    /// <summary>A message: text, or a button template when links go along; buttons as quick replies.</summary>
    public static ReadOnlyMemory<byte> Message(string user, Piece piece) => Write(json =>
    {
        json.WriteString("messaging_type", "RESPONSE");
        Recipient(json, user);
        json.WriteStartObject("message");
        if (piece.Links.IsDefaultOrEmpty) json.WriteString("text", piece.Text);
        else Template(json, piece);
        if (!piece.Choices.IsDefaultOrEmpty) QuickReplies(json, piece.Choices);
        json.WriteString("metadata", Metadata);
        json.WriteEndObject();
    });

    /// <summary>A change of a dossier, by a utility template whose two parameters are the code and the state.</summary>
    public static ReadOnlyMemory<byte> Change(string user, string template, ChangeNotice change) => Write(json =>
    {
        json.WriteString("messaging_type", "UTILITY");
        Recipient(json, user);
        json.WriteStartObject("message");
        json.WriteStartObject("template");
        json.WriteString("name", template);
        json.WriteStartObject("language");
        json.WriteString("code", "vi");
        json.WriteEndObject();
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "body");
        json.WriteStartArray("parameters");
        foreach (var text in (ReadOnlySpan<string>)[change.Code, change.State])
        {
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>The three dots that say that somebody is writing.</summary>
    public static ReadOnlyMemory<byte> Typing(string user) => Write(json =>
    {
        Recipient(json, user);
        json.WriteString("sender_action", "typing_on");
    });

    /// <summary>What citizens see before they write. The button to begin must be there for the menu to be taken.</summary>
    public static ReadOnlyMemory<byte> Profile(string greeting, ImmutableArray<string> items) => Write(json =>
    {
        json.WriteStartObject("get_started");
        json.WriteString("payload", MessengerEvents.GetStarted);
        json.WriteEndObject();
        json.WriteStartArray("greeting");
        json.WriteStartObject();
        json.WriteString("locale", "default");
        json.WriteString("text", greeting);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("persistent_menu");
        json.WriteStartObject();
        json.WriteString("locale", "default");
        json.WriteBoolean("composer_input_disabled", false);
        json.WriteStartArray("call_to_actions");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("type", "postback");
            json.WriteString("title", item);
            // As everywhere a press says what could be typed.
            json.WriteString("payload", item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        body(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Recipient(Utf8JsonWriter json, string user)
    {
        json.WriteStartObject("recipient");
        json.WriteString("id", user);
        json.WriteEndObject();
    }

    private static void Template(Utf8JsonWriter json, Piece piece)
    {
        json.WriteStartObject("attachment");
        json.WriteString("type", "template");
        json.WriteStartObject("payload");
        json.WriteString("template_type", "button");
        json.WriteString("text", piece.Text);
        json.WriteStartArray("buttons");
        foreach (var link in piece.Links)
        {
            json.WriteStartObject();
            json.WriteString("type", "web_url");
            json.WriteString("url", link.Url);
            json.WriteString("title", link.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void QuickReplies(Utf8JsonWriter json, ImmutableArray<Choice> choices)
    {
        json.WriteStartArray("quick_replies");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("content_type", "text");
            json.WriteString("title", choice.Title);
            json.WriteString("payload", choice.Says);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
