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
            return Best(scores, most, question.Text.Tokens.Length, left);
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
            for (var i = 0; i < passages.Length; i++) scores[passages[i]] += weight * impacts[i];
            if (left is not null) scores[left.Passage] += weight * left.Correction(id, term.Field);
        }
    }

    private ImmutableArray<Hit> Best(float[] scores, int most, int words, LeftOut? left)
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
        foreach (var passage in best[..count]) hits.Add(new Hit(passage, scores[passage], Coverage(passage, words, left)));
        return hits.MoveToImmutable();
    }

    // Each word weighs as much as it is rare; it is covered by itself or by a set of synonyms that it belongs to.
    private float Coverage(int passage, int words, LeftOut? left)
    {
        Span<float> weight = words <= 64 ? stackalloc float[words] : new float[words];
        Span<float> covered = words <= 64 ? stackalloc float[words] : new float[words];
        weight.Fill(index.RarityOfUnknown);
        covered.Clear();
        foreach (var (term, first, count) in terms!)
        {
            var id = index.TermNumber(term);
            if (id < 0 || term.Field is Field.ExactPair or Field.FoldedPair) continue;
            if (term.Field == Field.FoldedWord) weight[first] = index.Rarity(index.PassagesOf(id).Length);
            var held = Holds(id, passage, left);
            // A word with diacritics that the passage holds only without them, or with others, is a weaker sign.
            if (term.Field == Field.ExactWord && !held) covered[first] = MathF.Min(covered[first], index.Parameters.OtherDiacritics);
            else if (held) covered.Slice(first, count).Fill(1);
        }
        var (all, share) = (0f, 0f);
        for (var i = 0; i < words; i++)
        {
            all += weight[i];
            share += weight[i] * covered[i];
        }
        return all > 0 ? share / all : 0;
    }

    private bool Holds(int term, int passage, LeftOut? left) =>
        index.PassagesOf(term).BinarySearch(passage) >= 0 && !(left?.Passage == passage && left.TakesAway(term));
}
