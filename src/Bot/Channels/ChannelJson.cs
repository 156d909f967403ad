using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bot.Channels.DirectLine.Bodies;
using Bot.Channels.Entrance;
using Bot.Channels.WebChat;

namespace Bot.Channels;

/// <summary>The small bodies that channels read and write, beside activities.</summary>
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(StartBody))]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(StartedBody))]
[JsonSerializable(typeof(IdBody))]
[JsonSerializable(typeof(WebChatBody))]
public sealed partial class ChannelJson : JsonSerializerContext
{
    /// <summary>The one instance to serialise with.</summary>
    public static ChannelJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 32,
    });
}
