using System.Collections.Immutable;

namespace Bot.Recognizers;

/// <summary>One way to say an intent.</summary>
/// <param name="Intent">The intent's number, in the file's order.</param>
/// <param name="Parts">Phrases that must all stand in the message, by number.</param>
/// <param name="Barred">Phrases none of which may.</param>
/// <param name="IsWhole">Whether the message must be nothing else, fillers aside.</param>
internal sealed record Utterance(int Intent, ImmutableArray<int> Parts, ImmutableArray<int> Barred, bool IsWhole);
