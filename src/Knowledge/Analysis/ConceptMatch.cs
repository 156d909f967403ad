namespace Knowledge.Analysis;

/// <summary>A set of synonyms that a text names, and the words that name it.</summary>
public readonly record struct ConceptMatch(int Concept, int First, int Length);
