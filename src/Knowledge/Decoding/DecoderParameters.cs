namespace Knowledge.Decoding;

/// <summary>What a slip of the hand costs, as a negative logarithm of its probability; README.md says which experiment chose the numbers.</summary>
public sealed record DecoderParameters
{
    public static DecoderParameters Default { get; } = new();

    /// <summary>A word that stands in no text, left as it is.</summary>
    public float Unknown { get; init; } = 7;

    /// <summary>The same for a word with diacritics that is a syllable: somebody meant it.</summary>
    public float UnknownSyllable { get; init; } = 2.5f;

    /// <summary>Keystrokes read as the syllable they were meant for, where they are no word themselves.</summary>
    public float Keys { get; init; } = 1;

    /// <summary>The same where they are a word themselves.</summary>
    public float KeysOfKnown { get; init; } = 5;

    /// <summary>Missing diacritics in a text that otherwise has them.</summary>
    public float Undiacritic { get; init; } = 6;

    /// <summary>Other diacritics on an unknown word.</summary>
    public float OtherDiacritics { get; init; } = 1.5f;

    /// <summary>One letter too many, too few, wrong or swapped, diacritics aside.</summary>
    public float Slip { get; init; } = 3.5f;

    /// <summary>An initial that sounds the same in some province: l and n, s and x, ch and tr, d, gi and r.</summary>
    public float SameSound { get; init; } = 2;

    /// <summary>The same for a word that is itself known.</summary>
    public float SameSoundOfKnown { get; init; } = 6;

    /// <summary>How many candidates of a word are followed.</summary>
    public int Candidates { get; init; } = 16;
}
