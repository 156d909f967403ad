namespace Knowledge.Searching;

/// <summary>A word that a question asks for, whichever its diacritics, and what finding it is worth.</summary>
internal struct AskedWord
{
    /// <summary>The class of words without diacritics.</summary>
    public int Class;

    /// <summary>The word as it was written with diacritics, by number; below zero where it was written without, or stands in no passage.</summary>
    public int Exact;

    /// <summary>How much it counts: 1, 2 where it is asked twice, less where it comes from an earlier question.</summary>
    public float Weight;

    /// <summary>How rare the class is.</summary>
    public float Rarity;

    /// <summary>How rare the word as written is.</summary>
    public float ExactRarity;
}
