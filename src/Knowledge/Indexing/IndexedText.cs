using System.Collections.Immutable;

namespace Knowledge.Indexing;

/// <summary>What the index holds of a passage: each text with the weight of one of its words. Words of two texts never make a pair.</summary>
public sealed record IndexedText(ImmutableArray<(string Text, float Weight)> Parts);
