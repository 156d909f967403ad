using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Answers;

/// <summary>One way to name what a passage is about, its heading or an example question: its words, each with how rare it is, and the sets of synonyms they belong to.</summary>
internal sealed class Topic
{
    private readonly ImmutableArray<(int Word, float Weight, ImmutableArray<int> Sets)> words;
    private readonly float all;

    private Topic(string text, ImmutableArray<(int Word, float Weight, ImmutableArray<int> Sets)> words) => (Words, this.words, all) = (text, words, words.Sum(w => w.Weight));

    /// <summary>As it is written.</summary>
    public string Words { get; }

    /// <summary>The topic that a heading or question names.</summary>
    public static Topic Of(string words, AnalyzedQuestion analyzed, PassageIndex index) => new(words,
        [.. analyzed.Text.Tokens.Select((token, i) => (index.Lexicon.FindClass(analyzed.Text.FoldedOf(token)), index.RarityOf(analyzed.Text.FoldedOf(token)),
            analyzed.Concepts.Where(c => i >= c.First && i < c.First + c.Length).Select(c => c.Concept).ToImmutableArray()))]);

    /// <summary>The share of the topic that a question names (0 to 1).</summary>
    public float NamedBy(scoped in NamedWords question)
    {
        var named = 0f;
        foreach (var (word, weight, sets) in words)
            if (question.Has(word, sets))
                named += weight;
        return all > 0 ? named / all : 0;
    }
}
