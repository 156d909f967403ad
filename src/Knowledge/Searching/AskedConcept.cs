namespace Knowledge.Searching;

/// <summary>A set of synonyms that a question names.</summary>
/// <param name="Concept">The set.</param>
/// <param name="Place">Its number among the different sets that the question names.</param>
/// <param name="First">The first of the question's words that name it.</param>
/// <param name="Length">How many words name it.</param>
/// <param name="IsSlot">Whether no longer set begins at the same word, and the set was not named before: then it and its words count once, the stronger of the two.</param>
/// <param name="IsOfQuestion">Whether the question itself names it, not the one before it.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Rarity">How rare the set is.</param>
/// <param name="HeadingRarity">How rare it is in headings.</param>
internal readonly record struct AskedConcept(int Concept, int Place, int First, int Length, bool IsSlot, bool IsOfQuestion, float Weight, float Rarity, float HeadingRarity);
