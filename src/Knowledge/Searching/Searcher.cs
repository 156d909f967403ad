using System.Buffers;
using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Finds the passages that hold most of a question's evidence.</summary>
public sealed class Searcher(PassageIndex index)
{
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
        var slot = ArrayPool<float>.Shared.Rent(index.Count);
        scores.AsSpan(0, index.Count).Clear();
        slot.AsSpan(0, index.Count).Clear();
        try
        {
            var scorer = new Scorer(index, scores, slot, left);
            if (context is not null) scorer.Add(context, index.Parameters.Context);
            scorer.Add(question, 1);
            return Best(question, scores, most, left);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(slot);
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private ImmutableArray<Hit> Best(AnalyzedQuestion question, float[] scores, int most, LeftOut? left)
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
        var words = question.Text.Tokens.Length;
        var coverage = new Coverage(index, question, left, words <= 128 ? stackalloc float[2 * words] : new float[2 * words]);
        foreach (var passage in best[..count]) hits.Add(coverage.Judge(passage, scores[passage]));
        return hits.MoveToImmutable();
    }
}
