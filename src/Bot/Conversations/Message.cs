using System.Collections.Immutable;
using Knowledge.Analysis;

namespace Bot.Conversations;

/// <summary>What the citizen wrote, what it was understood as, and the intents recognised in that.</summary>
public sealed record Message(DateTimeOffset At, string Text, AnalyzedText Understood, ImmutableArray<string> Intents)
{
    /// <summary>Whether the message says an intent of intents.md.</summary>
    public bool Says(string intent) => Intents.Contains(intent);
}
