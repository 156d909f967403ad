using System.Collections.Immutable;

namespace Bot.Recognizers;

/// <summary>Something that citizens say which is not a question to the notices, with one way of saying it.</summary>
/// <param name="Name">The heading in intents.md.</param>
/// <param name="Parts">Phrases that must all stand in the message.</param>
/// <param name="IsWhole">Whether the message must be nothing else, fillers aside.</param>
internal sealed record Utterance(string Name, ImmutableArray<string> Parts, bool IsWhole);
