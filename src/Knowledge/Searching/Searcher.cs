using System.Buffers;
using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Finds the passages that hold most of a question's evidence.</summary>
public sealed class Searcher(PassageIndex index)
{
    [ThreadStatic]
    private static List<FoundTerm>? terms;

    /// <summary>The best passages for a question, best first, ties in the passages' order.</summary>
    /// <param name="question">The question, analyzed by the index's analyzer.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="context">An earlier question that this one leans on.</param>
    /// <param name="omission">Evidence to leave out.</param>
    public ImmutableArray<Hit> Search(AnalyzedQuestion question, int most, AnalyzedQuestion? context = null, Omission? omission = null)
    {
        if (index.Count == 0) return [];
        var left = omission is null ? null : LeftOut.From(index, omission);
        var scores = ArrayPool<float>.Shared.Rent(index.Count);
        scores.AsSpan(0, index.Count).Clear();
        try
        {
            // The context first: what remains in `terms` afterwards are the question's own.
            if (context is not null) Add(context, index.Parameters.Context, scores, left);
            Add(question, 1, scores, left);
            return Best(scores, most, question.Text, left);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private void Add(AnalyzedQuestion question, float weight, float[] scores, LeftOut? left)
    {
        terms ??= [];
        terms.Clear();
        TermReader.Read(question, index.WordNumber, terms);
        foreach (var (term, _, _) in terms)
        {
            var id = index.TermNumber(term);
            if (id < 0) continue;
            var passages = index.PassagesOf(id);
            var impacts = index.ImpactsOf(id);
            var rarer = left is null ? weight : weight * left.Rarer(id);
            for (var i = 0; i < passages.Length; i++) scores[passages[i]] += rarer * impacts[i];
            if (left is not null) scores[left.Passage] += rarer * left.Correction(id, term.Field);
        }
    }

    private ImmutableArray<Hit> Best(float[] scores, int most, AnalyzedText question, LeftOut? left)
    {
        Span<int> best = stackalloc int[Math.Min(most, index.Count)];
        var count = 0;
        for (var passage = 0; passage < index.Count; passage++)
        {
            var score = scores[passage];
            if (score <= 0 || count == best.Length && score <= scores[best[count - 1]]) continue;
            var at = count < best.Length ? count++ : count - 1;
            for (; at > 0 && scores[best[at - 1]] < score; at--) best[at] = best[at - 1];
            best[at] = passage;
        }
        var hits = ImmutableArray.CreateBuilder<Hit>(count);
        foreach (var passage in best[..count]) hits.Add(new Hit(passage, scores[passage], Coverage(passage, question, left)));
        return hits.MoveToImmutable();
    }

    // Each word weighs as much as it is rare; it is covered by itself or by a set of synonyms that it belongs to.
    private float Coverage(int passage, AnalyzedText question, LeftOut? left)
    {
        var words = question.Tokens.Length;
        Span<float> weight = words <= 64 ? stackalloc float[words] : new float[words];
        Span<float> covered = words <= 64 ? stackalloc float[words] : new float[words];
        weight.Fill(index.RarityOfUnknown);
        covered.Clear();
        foreach (var (term, first, count) in terms!)
        {
            var id = index.TermNumber(term);
            if (id < 0 || term.Field is Field.ExactPair or Field.FoldedPair) continue;
            if (term.Field == Field.FoldedWord) weight[first] = index.Rarity(index.PassagesOf(id).Length);
            if (!Holds(id, passage, left)) continue;
            // A word with diacritics that the passage holds only with others, or without, is a weaker sign.
            var share = term.Field == Field.FoldedWord && question.Tokens[first].IsMarked ? index.Parameters.OtherDiacritics : 1;
            foreach (ref var word in covered.Slice(first, count)) word = MathF.Max(word, share);
        }
        var (all, held) = (0f, 0f);
        for (var i = 0; i < words; i++)
        {
            all += weight[i];
            held += weight[i] * covered[i];
        }
        return all > 0 ? held / all : 0;
    }

    private bool Holds(int term, int passage, LeftOut? left) =>
        index.PassagesOf(term).BinarySearch(passage) >= 0 && !(left?.Passage == passage && left.TakesAway(term));
}
