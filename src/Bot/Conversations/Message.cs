using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>What the citizen wrote and the intents recognised in it.</summary>
public sealed record Message(DateTimeOffset At, string Text, ImmutableArray<string> Intents)
{
    /// <summary>Whether the message says an intent of intents.md.</summary>
    public bool Says(string intent) => Intents.Contains(intent);
}
