using Knowledge.Analysis;
using Knowledge.Decoding;

namespace Knowledge.Indexing;

/// <summary>
/// The immutable index over passages, by number from 0: what stands in them, in order, and for each word without diacritics and each set of synonyms the
/// passages that hold it.
/// </summary>
public sealed class PassageIndex
{
    private readonly float[] lengths;
    private readonly float averageLength;
    private readonly int[] holders;

    internal PassageIndex(IndexParameters parameters, Vocabulary vocabulary, Analyzer analyzer, SyllableModel model, PassageWords words)
    {
        (Parameters, Vocabulary, Analyzer, Model, Words) = (parameters, vocabulary, analyzer, model, words);
        lengths = new float[words.Count];
        for (var passage = 0; passage < lengths.Length; passage++) lengths[passage] = words.Length(passage);
        averageLength = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        var lexicon = model.Lexicon;
        Classes = Postings.Build(lexicon.Classes, words.Count, add => Read(add, lexicon.Classes, lexicon.ClassOf));
        holders = new int[lexicon.Words];
        Read((_, word, _) => holders[word]++, lexicon.Words, word => word);
        var sets = 0;
        for (var part = 0; part < words.AllParts; part++)
            foreach (var concept in words.Concepts(part))
                sets = Math.Max(sets, 1 + Math.Max(concept, ~concept));
        Concepts = Postings.Build(sets, words.Count, add => ReadConcepts(add, sets, ofHeadings: false));
        HeadingConcepts = Postings.Build(sets, words.Count, add => ReadConcepts(add, sets, ofHeadings: true));
    }

    public IndexParameters Parameters { get; }

    public Vocabulary Vocabulary { get; }

    public Analyzer Analyzer { get; }

    /// <summary>What the passages say, word after word.</summary>
    public SyllableModel Model { get; }

    /// <summary>The words of the passages, by number.</summary>
    public Lexicon Lexicon => Model.Lexicon;

    /// <summary>How many passages there are.</summary>
    public int Count => lengths.Length;

    internal PassageWords Words { get; }

    /// <summary>By class of words without diacritics.</summary>
    internal Postings Classes { get; }

    /// <summary>By set of synonyms.</summary>
    internal Postings Concepts { get; }

    /// <summary>By set of synonyms that the heading names.</summary>
    internal Postings HeadingConcepts { get; }

    /// <summary>The rarity of a word that no passage holds.</summary>
    public float RarityOfUnknown => Rarity(0);

    /// <summary>How much it says that a passage holds a term which <paramref name="holders"/> passages hold.</summary>
    internal float Rarity(int holders) => MathF.Log(1 + (Count - holders + 0.5f) / (holders + 0.5f));

    /// <summary>How many passages hold a word as it is written.</summary>
    internal int HoldersOf(int word) => holders[word];

    /// <summary>What makes the frequencies of a long passage count less (BM25).</summary>
    internal float Norm(float length) => Parameters.K1 * (1 - Parameters.B + Parameters.B * length / averageLength);

    /// <summary>A passage's length: its words, each with the weight of its part.</summary>
    internal float LengthOf(int passage) => lengths[passage];

    private void Read(Action<int, int, byte> add, int terms, Func<int, int> termOf)
    {
        var (frequencies, touched) = (new float[terms], new List<int>());
        for (var passage = 0; passage < Count; passage++)
        {
            var parts = Words.Parts(passage);
            for (var part = parts.Start.Value; part < parts.End.Value; part++)
                foreach (var word in Words.Words(part))
                    Take(termOf(word), Words.Weight(part));
            Give(passage);
        }

        void Take(int term, float weight)
        {
            if (frequencies[term] == 0) touched.Add(term);
            frequencies[term] += weight;
        }

        void Give(int passage)
        {
            foreach (var term in touched)
            {
                add(passage, term, Worth(frequencies[term], passage));
                frequencies[term] = 0;
            }
            touched.Clear();
        }
    }

    private void ReadConcepts(Action<int, int, byte> add, int sets, bool ofHeadings)
    {
        var frequencies = new SortedDictionary<int, float>();
        for (var passage = 0; passage < Count && sets > 0; passage++)
        {
            frequencies.Clear();
            var parts = Words.Parts(passage);
            for (var part = parts.Start.Value; part < parts.End.Value; part++)
                foreach (var concept in Words.Concepts(part))
                    if (!ofHeadings || concept < 0)
                        frequencies[Math.Max(concept, ~concept)] = frequencies.GetValueOrDefault(Math.Max(concept, ~concept)) + Words.Weight(part);
            foreach (var (set, frequency) in frequencies) add(passage, set, Worth(frequency, passage));
        }
    }

    // BM25 without the term's rarity and its constant: what a frequency is worth, of the most that it can be.
    private byte Worth(float frequency, int passage) => (byte)Math.Clamp(MathF.Round(255 * frequency / (frequency + Norm(lengths[passage]))), 1, 255);
}
