namespace Knowledge.Indexing;

/// <summary>The numbers that decide about ranking, in one place; README.md says which experiment chose them.</summary>
public sealed record IndexParameters
{
    public static IndexParameters Default { get; } = new();

    /// <summary>How soon a word's repetition stops to count (BM25).</summary>
    public float K1 { get; init; } = 0.75f;

    /// <summary>How much a long passage is discounted (BM25).</summary>
    public float B { get; init; } = 0.97f;

    /// <summary>Words with a diacritic, as written.</summary>
    public float ExactWord { get; init; } = 0.25f;

    /// <summary>Words without diacritics.</summary>
    public float FoldedWord { get; init; } = 1f;

    /// <summary>Two words in a row.</summary>
    public float Pair { get; init; } = 0.6f;

    /// <summary>Two words near one another, divided by how far they are apart.</summary>
    public float Nearness { get; init; } = 0.7f;

    /// <summary>How many passages are read for a question, and how many more for each passage that the square root of their number counts: among many the postings alone tell less.</summary>
    public int Candidates { get; init; } = 20;

    public float CandidatesPerRoot { get; init; } = 0.25f;

    /// <summary>A set of synonyms.</summary>
    public float Concept { get; init; } = 2.2f;

    /// <summary>A set of synonyms that the heading names: what the passage is about.</summary>
    public float HeadingConcept { get; init; } = 2.5f;

    /// <summary>A word of the heading, where a word of the text is 1.</summary>
    public float Heading { get; init; } = 1.2f;

    /// <summary>A word of the notice's title, which all its sections share.</summary>
    public float Title { get; init; } = 0.5f;

    /// <summary>What a light word, or a number that no passage holds, says of a question's meaning, where another word says 1.</summary>
    public float LightWord { get; init; } = 0.2f;

    /// <summary>What a word that asks for an aspect says of the matter, where another word says 1; whether a passage is about the aspect is a sign of its own.</summary>
    public float AspectWord { get; init; } = 0.5f;

    /// <summary>How far a word with diacritics is covered by the same word with others.</summary>
    public float OtherDiacritics { get; init; } = 0.2f;

    /// <summary>The weight of the last question's words when a follow-up leans on it.</summary>
    public float Context { get; init; } = 0.4f;
}
