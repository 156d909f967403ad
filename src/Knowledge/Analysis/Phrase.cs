using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>One or more words that are recognised together, and what they stand for.</summary>
public sealed record Phrase<T>(ImmutableArray<string> Exact, ImmutableArray<string> Folded, T Meaning);
