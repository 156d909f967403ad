using System.Text.Json;

namespace StandIns.Serving;

/// <summary>One request in a stand-in's log, and what became of it.</summary>
public sealed record Call(int Number, DateTimeOffset At, string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>It took effect: a message was taken, a token spent, a profile set.</summary>
    public bool Accepted { get; init; }

    public TakenMessage? Message { get; init; }

    /// <summary>The name of the fault that was played, if any.</summary>
    public string? Fault { get; init; }

    /// <summary>The status that was answered; null when the connection was dropped instead.</summary>
    public int? Status { get; init; }

    public string? Answer { get; init; }

    public string Path => PathAndQuery.Split('?')[0];

    /// <summary>The body read as JSON.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }
}
