using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Answers;

/// <summary>One way to name what a passage is about, its heading or an example question: its words, each with how rare it is, and the sets of synonyms they belong to.</summary>
internal sealed class Topic
{
    private readonly ImmutableArray<(int Word, float Weight, ImmutableArray<int> Sets)> words;
    private readonly float all;

    private Topic(ImmutableArray<(int Word, float Weight, ImmutableArray<int> Sets)> words, uint aspects) => (this.words, all, Aspects) = (words, words.Sum(w => w.Weight), aspects);

    /// <summary>What it asks to know, a bit for each aspect.</summary>
    public uint Aspects { get; }

    /// <summary>The topic that a heading or question names.</summary>
    public static Topic Of(AnalyzedQuestion analyzed, PassageIndex index)
    {
        var weights = new float[analyzed.Text.Tokens.Length];
        Meaning.Weigh(analyzed.Text, index, weights);
        return new(
            [.. analyzed.Text.Tokens.Select((token, i) => (
                index.Lexicon.FindClass(analyzed.Text.FoldedOf(token)),
                weights[i],
                analyzed.Concepts.Where(c => i >= c.First && i < c.First + c.Length).Select(c => c.Concept).ToImmutableArray()))],
            index.Analyzer.Aspects(analyzed.Text));
    }

    /// <summary>How much all of it says.</summary>
    public float Weight => all;

    /// <summary>How much of it a question names; at most <see cref="Weight"/>.</summary>
    public float NamedBy(scoped in NamedWords question)
    {
        var named = 0f;
        foreach (var (word, weight, sets) in words)
            if (question.Has(word, sets))
                named += weight;
        return named;
    }
}
