using System.Buffers;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Conversations;
using Bot.Protocol;

namespace Bot.Channels.Zalo;

/// <summary>Writes a consultation message (v3).</summary>
internal static class ZaloJson
{
    /// <summary>
    /// What the payload of a button begins with. Zalo brings it back as if the citizen had typed it; what follows are words that he could have
    /// typed, so that a button that is years old is a question like any other, and the prefix proves nothing.
    /// </summary>
    public const string Prefix = "#ttd:";

    private static readonly JsonWriterOptions Options = new() { Encoder = ProtocolJson.Wire.Options.Encoder };

    /// <summary>A text without the prefix.</summary>
    public static string Unprefixed(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..].Trim() : text;

    public static ReadOnlyMemory<byte> Message(string user, Piece piece) => Write(json =>
    {
        json.WriteStartObject("recipient");
        json.WriteString("user_id", user);
        json.WriteEndObject();
        json.WriteStartObject("message");
        json.WriteString("text", piece.Text);
        if (!piece.Choices.IsDefaultOrEmpty) Buttons(json, piece);
        json.WriteEndObject();
    });

    /// <summary>A change of a dossier, by a template with the parameters ma_ho_so and trang_thai.</summary>
    public static ReadOnlyMemory<byte> Change(string user, string template, ChangeNotice change) => Write(json =>
    {
        json.WriteString("user_id", user);
        json.WriteString("template_id", template);
        json.WriteStartObject("template_data");
        json.WriteString("ma_ho_so", change.Code);
        json.WriteString("trang_thai", change.State);
        json.WriteEndObject();
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

    private static void Buttons(Utf8JsonWriter json, Piece piece)
    {
        json.WriteStartObject("attachment");
        json.WriteString("type", "template");
        json.WriteStartObject("payload");
        json.WriteStartArray("buttons");
        foreach (var choice in piece.Choices)
        {
            json.WriteStartObject();
            // Hidden: "show" would post the payload, prefix and all, as the citizen's own words.
            json.WriteString("type", "oa.query.hide");
            json.WriteString("title", choice.Title);
            json.WriteString("payload", Prefix + choice.Says);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
