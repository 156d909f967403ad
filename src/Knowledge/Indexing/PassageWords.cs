namespace Knowledge.Indexing;

/// <summary>What stands in the passages, word by word and part by part: the texts that the evidence is read from.</summary>
internal sealed class PassageWords
{
    private readonly int[] words;
    private readonly int[] wordStarts;
    private readonly int[] concepts;
    private readonly int[] conceptStarts;
    private readonly float[] weights;
    private readonly int[] firstParts;

    public PassageWords(List<int> words, List<int> wordStarts, List<int> concepts, List<int> conceptStarts, List<float> weights, List<int> firstParts)
    {
        this.words = [.. words];
        this.wordStarts = [.. wordStarts, words.Count];
        this.concepts = [.. concepts];
        this.conceptStarts = [.. conceptStarts, concepts.Count];
        this.weights = [.. weights];
        this.firstParts = [.. firstParts, weights.Count];
    }

    /// <summary>How many passages there are.</summary>
    public int Count => firstParts.Length - 1;

    /// <summary>How many parts all passages have together.</summary>
    public int AllParts => weights.Length;

    /// <summary>A passage's parts, by number among all parts.</summary>
    public Range Parts(int passage) => firstParts[passage]..firstParts[passage + 1];

    /// <summary>A part's words, by number, in their order.</summary>
    public ReadOnlySpan<int> Words(int part) => words.AsSpan(wordStarts[part], wordStarts[part + 1] - wordStarts[part]);

    /// <summary>The sets of synonyms that a part names; a set that the heading names has its complement.</summary>
    public ReadOnlySpan<int> Concepts(int part) => concepts.AsSpan(conceptStarts[part], conceptStarts[part + 1] - conceptStarts[part]);

    /// <summary>What one of a part's words weighs.</summary>
    public float Weight(int part) => weights[part];

    /// <summary>A passage's length: its words, each with its weight.</summary>
    public float Length(int passage)
    {
        var length = 0f;
        for (var part = firstParts[passage]; part < firstParts[passage + 1]; part++) length += Words(part).Length * weights[part];
        return length;
    }
}
