namespace Knowledge.Indexing;

/// <summary>A term in a text, and the words that make it.</summary>
internal readonly record struct FoundTerm(Term Term, int First, int Words = 1);
