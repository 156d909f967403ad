namespace Knowledge.Indexing;

/// <summary>What can stand in a passage: a word, two words in a row or a set of synonyms, by number.</summary>
internal readonly record struct Term(Field Field, int A, int B = 0);
