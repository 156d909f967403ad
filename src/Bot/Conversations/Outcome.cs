using System.Text.Json.Serialization;

namespace Bot.Conversations;

/// <summary>What became of a message; every reply carries one as channelData.outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>A notice or a found dossier is the source.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>The bot needs something from the citizen: a code, a choice.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>No notice says it, it is out of scope, or it was refused.</summary>
    [JsonStringEnumMemberName("unanswered")]
    Unanswered,

    /// <summary>Greeting, help, thanks, emergency advice.</summary>
    [JsonStringEnumMemberName("small")]
    Small,

    /// <summary>A person takes over.</summary>
    [JsonStringEnumMemberName("handedOff")]
    HandedOff,

    /// <summary>The world failed; the citizen is told so.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
