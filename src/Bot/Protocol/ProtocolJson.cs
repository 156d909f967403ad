using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Bot.Protocol;

/// <summary>How the protocol's types are written as JSON: camel case, nothing for null, Vietnamese letters as themselves.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
public sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>The one instance to serialise with.</summary>
    public static ProtocolJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 32,
    });
}
