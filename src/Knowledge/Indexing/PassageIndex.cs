using Knowledge.Analysis;

namespace Knowledge.Indexing;

/// <summary>
/// The immutable index over passages, by number from 0: for each term the passages that hold it, how often, and what that is worth (BM25, weighted by field).
/// </summary>
public sealed class PassageIndex
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly Dictionary<Term, int> terms;
    private readonly int[] offsets;
    private readonly int[] passages;
    private readonly float[] frequencies;
    private readonly float[] impacts;
    private readonly float[] lengths;
    private readonly float averageLength;

    internal PassageIndex(IndexParameters parameters, Analyzer analyzer, Dictionary<string, int> words, Dictionary<Term, int> terms, List<List<(int Passage, float Frequency)>> postings, float[] lengths)
    {
        (Parameters, Analyzer, this.terms, this.lengths) = (parameters, analyzer, terms, lengths);
        this.words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        averageLength = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        offsets = new int[postings.Count + 1];
        for (var i = 0; i < postings.Count; i++) offsets[i + 1] = offsets[i] + postings[i].Count;
        passages = new int[offsets[^1]];
        frequencies = new float[offsets[^1]];
        impacts = new float[offsets[^1]];
        foreach (var (term, id) in terms)
            for (var i = 0; i < postings[id].Count; i++)
            {
                var (passage, frequency) = postings[id][i];
                var at = offsets[id] + i;
                passages[at] = passage;
                frequencies[at] = frequency;
                impacts[at] = Impact(term.Field, postings[id].Count, frequency, lengths[passage]);
            }
    }

    public IndexParameters Parameters { get; }

    public Analyzer Analyzer { get; }

    /// <summary>How many passages there are.</summary>
    public int Count => lengths.Length;

    /// <summary>How many words it knows, numbered from 0.</summary>
    internal int Words => words.Dictionary.Count;

    /// <summary>The rarity of a word that no passage holds.</summary>
    public float RarityOfUnknown => Rarity(0);

    /// <summary>A number for a word that some passage holds; below zero for another.</summary>
    internal int WordNumber(ReadOnlySpan<char> word) => words.TryGetValue(word, out var number) ? number : -1;

    /// <summary>The number of a term; below zero when no passage holds it.</summary>
    internal int TermNumber(Term term) => terms.TryGetValue(term, out var id) ? id : -1;

    internal ReadOnlySpan<int> PassagesOf(int term) => passages.AsSpan(offsets[term], offsets[term + 1] - offsets[term]);

    internal ReadOnlySpan<float> ImpactsOf(int term) => impacts.AsSpan(offsets[term], offsets[term + 1] - offsets[term]);

    internal ReadOnlySpan<float> FrequenciesOf(int term) => frequencies.AsSpan(offsets[term], offsets[term + 1] - offsets[term]);

    internal float LengthOf(int passage) => lengths[passage];

    /// <summary>How rare a word without diacritics is.</summary>
    internal float RarityOf(ReadOnlySpan<char> folded) => TermNumber(new Term(Field.FoldedWord, WordNumber(folded))) is >= 0 and var id ? Rarity(PassagesOf(id).Length) : RarityOfUnknown;

    /// <summary>How much it says that a passage holds a term which <paramref name="holders"/> passages hold.</summary>
    internal float Rarity(int holders) => MathF.Log(1 + (Count - holders + 0.5f) / (holders + 0.5f));

    /// <summary>What a term is worth in a passage.</summary>
    internal float Impact(Field field, int holders, float frequency, float length)
    {
        var p = Parameters;
        var weight = field switch
        {
            Field.ExactWord => p.ExactWord,
            Field.FoldedWord => p.FoldedWord,
            Field.ExactPair => p.ExactPair,
            Field.FoldedPair => p.FoldedPair,
            Field.Concept => p.Concept,
            _ => p.HeadingConcept,
        };
        return weight * Rarity(holders) * frequency * (p.K1 + 1) / (frequency + p.K1 * (1 - p.B + p.B * length / averageLength));
    }
}
