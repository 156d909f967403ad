namespace Knowledge.Indexing;

/// <summary>The kinds of evidence that a passage holds.</summary>
internal enum Field : byte
{
    ExactWord,
    FoldedWord,
    ExactPair,
    FoldedPair,
    Concept,

    /// <summary>A set of synonyms in the heading: what the passage is about.</summary>
    HeadingConcept,
}
