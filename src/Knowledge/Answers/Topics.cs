using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>
/// The ways to name what each passage is about, its heading first and then its example questions: their words, each with how rare it is, and the sets of
/// synonyms they belong to. All in rows of plain numbers: a question goes through hundreds of them.
/// </summary>
internal sealed class Topics
{
    private readonly Word[] words;
    private readonly int[] sets;
    private readonly Way[] ways;
    private readonly int[] firsts;

    public Topics(ImmutableArray<Passage> passages, PassageIndex index)
    {
        var (words, sets, ways, firsts) = (new List<Word>(), new List<int>(), new List<Way>(), new List<int> { 0 });
        foreach (var passage in passages)
        {
            foreach (var text in passage.Section.Questions.Select(q => q.Ask).Prepend(passage.Section.Heading)) Add(index.Analyzer.Analyze(text));
            firsts.Add(ways.Count);
        }
        (this.words, this.sets, this.ways, this.firsts) = ([.. words], [.. sets], [.. ways], [.. firsts]);

        void Add(AnalyzedQuestion analyzed)
        {
            var weights = new float[analyzed.Text.Tokens.Length];
            Meaning.Weigh(analyzed.Text, index, weights);
            var first = words.Count;
            for (var i = 0; i < weights.Length; i++)
            {
                var own = sets.Count;
                sets.AddRange(analyzed.Concepts.Where(c => i >= c.First && i < c.First + c.Length).Select(c => c.Concept));
                words.Add(new Word(index.Lexicon.FindClass(analyzed.Text.FoldedOf(analyzed.Text.Tokens[i])), weights[i], own, sets.Count - own));
            }
            ways.Add(new Way(first, words.Count - first, weights.Sum(), index.Analyzer.Aspects(analyzed.Text)));
        }
    }

    /// <summary>The ways to name what a passage is about, its heading first.</summary>
    public ReadOnlySpan<Way> Of(int passage) => ways.AsSpan(firsts[passage], firsts[passage + 1] - firsts[passage]);

    /// <summary>How much of one of the ways a question names; at most its weight.</summary>
    public float Named(Way way, scoped in NamedWords question)
    {
        var named = 0f;
        foreach (var word in words.AsSpan(way.First, way.Count))
            if (question.Has(word.Class, sets.AsSpan(word.FirstSet, word.Sets)))
                named += word.Weight;
        return named;
    }

    /// <summary>One way: its words, how much all of it says, and what it asks to know, a bit for each aspect.</summary>
    public readonly record struct Way(int First, int Count, float Weight, uint Aspects);

    private readonly record struct Word(int Class, float Weight, int FirstSet, int Sets);
}
