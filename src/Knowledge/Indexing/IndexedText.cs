using System.Collections.Immutable;

namespace Knowledge.Indexing;

/// <summary>What the index holds of a passage: its texts. Words of two texts never make a pair.</summary>
public sealed record IndexedText(ImmutableArray<IndexedPart> Parts);
