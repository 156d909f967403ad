using Knowledge.Analysis;
using Knowledge.Decoding;

namespace Knowledge.Indexing;

/// <summary>Collects passages and makes the index of them.</summary>
public sealed class PassageIndexBuilder(Analyzer analyzer, IndexParameters parameters)
{
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<Term, int> terms = [];
    private readonly List<List<(int Passage, float Frequency)>> postings = [];
    private readonly List<float> lengths = [];
    private readonly List<FoundTerm> found = [];

    public IndexParameters Parameters => parameters;

    /// <summary>What words the passages hold, alone and in a row, for repairing questions towards them.</summary>
    public SyllableModel Model { get; } = new();

    /// <summary>Adds the next passage; they are numbered from 0 in the order of adding.</summary>
    public void Add(IndexedText text)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var (passage, length) = (lengths.Count, 0f);
        foreach (var (part, weight, isHeading) in text.Parts)
        {
            var analyzed = analyzer.Analyze(part);
            Model.Add(analyzed.Text);
            found.Clear();
            TermReader.Read(analyzed, Number, found, isHeading);
            foreach (var (term, _, _) in found) Count(term, passage, weight);
            length += analyzed.Text.Tokens.Length * weight;
        }
        lengths.Add(length);

        int Number(ReadOnlySpan<char> word)
        {
            if (!lookup.TryGetValue(word, out var number)) words.Add(word.ToString(), number = words.Count);
            return number;
        }
    }

    /// <summary>The index of what was added.</summary>
    public PassageIndex Build() => new(parameters, analyzer, words, terms, postings, [.. lengths]);

    private void Count(Term term, int passage, float weight)
    {
        if (!terms.TryGetValue(term, out var id))
        {
            terms.Add(term, id = postings.Count);
            postings.Add([]);
        }
        var list = postings[id];
        if (list.Count > 0 && list[^1].Passage == passage) list[^1] = (passage, list[^1].Frequency + weight);
        else list.Add((passage, weight));
    }
}
