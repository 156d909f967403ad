using System.Text.Json;
using Bot.Protocol;

namespace Bot.Storage.Activities;

/// <summary>An activity as the log keeps it: its place in the conversation and its JSON, ready for the wire.</summary>
public sealed record LoggedActivity(long Seq, byte[] Json)
{
    /// <summary>The JSON, read.</summary>
    public Activity Activity() => JsonSerializer.Deserialize(Json, ProtocolJson.Wire.Activity)!;
}
