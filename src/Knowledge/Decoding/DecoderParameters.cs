namespace Knowledge.Decoding;

/// <summary>What a slip of the hand costs, as a negative logarithm of its probability; README.md says which experiment chose the numbers.</summary>
public sealed record DecoderParameters
{
    public static DecoderParameters Default { get; } = new();

    /// <summary>A word that stands in no text, left as it is.</summary>
    public float Unknown { get; init; } = 7;

    /// <summary>The same for a word with diacritics that is a syllable: somebody meant it, and no text need hold every word.</summary>
    public float UnknownSyllable { get; init; } = -4;

    /// <summary>Keystrokes read as the syllable they were meant for, where they are no word themselves.</summary>
    public float Keys { get; init; } = 1;

    /// <summary>The same where they are a word themselves.</summary>
    public float KeysOfKnown { get; init; } = 5;

    /// <summary>The same where the rest of the text was typed in keystrokes, too.</summary>
    public float KeysAmongKeys { get; init; } = 1.5f;

    /// <summary>Missing diacritics in a text that otherwise has them.</summary>
    public float Undiacritic { get; init; } = 6;

    /// <summary>Other diacritics on an unknown word.</summary>
    public float OtherDiacritics { get; init; } = 1.5f;

    /// <summary>One letter too many, too few, wrong or swapped.</summary>
    public float Slip { get; init; } = 3;

    /// <summary>What it costs more where the letter is no neighbour on the keyboard.</summary>
    public float FarSlip { get; init; } = 2.5f;

    /// <summary>What it costs more for each diacritic that was typed and is lost.</summary>
    public float LostDiacritic { get; init; } = 1.5f;

    /// <summary>The rest of a word that was not typed to its end.</summary>
    public float Unfinished { get; init; } = 4;

    /// <summary>Each letter more that was not typed.</summary>
    public float UnfinishedLetter { get; init; } = 0.5f;

    /// <summary>An initial that sounds the same in some province: l and n, s and x, ch and tr, d, gi and r.</summary>
    public float SameSound { get; init; } = 2;

    /// <summary>What any slip costs more where the typed word is itself known, but stands beside no word that it stands beside in the texts.</summary>
    public float OfKnown { get; init; } = 5;

    /// <summary>How many candidates of a word are followed.</summary>
    public int Candidates { get; init; } = 16;
}
