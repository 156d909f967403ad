using Knowledge.Analysis;
using Knowledge.Decoding;

namespace Knowledge.Indexing;

/// <summary>Collects passages and makes the index of them.</summary>
public sealed class PassageIndexBuilder(Vocabulary vocabulary, IndexParameters parameters)
{
    private readonly Analyzer analyzer = new(vocabulary);
    private readonly SyllableModel model = new(new Lexicon());
    private readonly List<int> words = [];
    private readonly List<int> wordStarts = [];
    private readonly List<int> concepts = [];
    private readonly List<int> conceptStarts = [];
    private readonly List<float> weights = [];
    private readonly List<int> firstParts = [];

    public IndexParameters Parameters => parameters;

    /// <summary>Adds the next passage; they are numbered from 0 in the order of adding.</summary>
    public void Add(IndexedText text)
    {
        firstParts.Add(weights.Count);
        foreach (var (part, weight, isHeading) in text.Parts)
        {
            wordStarts.Add(words.Count);
            conceptStarts.Add(concepts.Count);
            weights.Add(weight);
            if (part.Length == 0) continue;
            var analyzed = analyzer.Analyze(part);
            model.Add(analyzed.Text, words);
            foreach (var match in analyzed.Concepts) concepts.Add(isHeading ? ~match.Concept : match.Concept);
        }
    }

    /// <summary>Takes in what else people say, so that it is read as what it is.</summary>
    public void Learn(string spoken) => model.Add(analyzer.WrittenOut(spoken));

    /// <summary>The index of what was added.</summary>
    public PassageIndex Build()
    {
        foreach (var known in vocabulary.Words) Learn(known);
        return new PassageIndex(parameters, vocabulary, analyzer, model.Build(), new PassageWords(words, wordStarts, concepts, conceptStarts, weights, firstParts));
    }
}
