namespace Knowledge.Indexing;

/// <summary>The kinds of evidence that a passage holds.</summary>
internal enum Field : byte
{
    ExactWord,
    FoldedWord,
    ExactPair,
    FoldedPair,
    Concept,
}
