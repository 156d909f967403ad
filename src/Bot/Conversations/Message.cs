using System.Collections.Immutable;
using Knowledge.Analysis;

namespace Bot.Conversations;

/// <summary>What the citizen wrote, what it was understood as, and the intents recognised in that.</summary>
public sealed record Message(DateTimeOffset At, string Text, AnalyzedText Understood, ImmutableArray<string> Intents, bool IsEnglish = false)
{
    /// <summary>Whether it asks if something is so, and in the affirmative: only then may the answer begin with yes or no.</summary>
    public bool AsksWhether { get; init; }

    /// <summary>Its place in the log.</summary>
    public long Seq { get; init; }

    /// <summary>Whether what it asks is recorded.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>For how many days it is kept.</summary>
    public int KeptDays { get; init; }

    /// <summary>Whom the citizen says to be in it ("officer"); null when it does not say.</summary>
    public string? Role => Intents.FirstOrDefault(i => i.StartsWith(Answering.Role, StringComparison.Ordinal))?[Answering.Role.Length..];

    /// <summary>Whether the message says an intent of intents.md.</summary>
    public bool Says(string intent) => Intents.Contains(intent);
}
