using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>How much of a question's meaning a passage holds: each word weighs as much as it is rare, and is covered by itself or by a set of synonyms that it names.</summary>
internal static class Coverage
{
    [ThreadStatic]
    private static List<FoundTerm>? terms;

    /// <summary>The hit for a passage with its score.</summary>
    public static Hit Judge(PassageIndex index, AnalyzedQuestion question, int passage, float score, LeftOut? left)
    {
        var words = question.Text.Tokens.Length;
        Span<float> weight = words <= 64 ? stackalloc float[words] : new float[words];
        Span<float> covered = words <= 64 ? stackalloc float[words] : new float[words];
        weight.Fill(index.RarityOfUnknown);
        covered.Clear();
        terms ??= [];
        terms.Clear();
        TermReader.Read(question, index.WordNumber, terms);
        foreach (var (term, first, count) in terms)
        {
            var id = index.TermNumber(term);
            if (id < 0 || term.Field is Field.ExactPair or Field.FoldedPair) continue;
            if (term.Field == Field.FoldedWord) weight[first] = index.Rarity(index.PassagesOf(id).Length);
            if (!Holds(index, id, passage, left)) continue;
            // A word with diacritics that the passage holds only with others, or without, is a weaker sign.
            var share = term.Field == Field.FoldedWord && question.Text.Tokens[first].IsMarked ? index.Parameters.OtherDiacritics : 1;
            foreach (ref var word in covered.Slice(first, count)) word = MathF.Max(word, share);
        }
        var (all, held) = (0f, 0f);
        for (var i = 0; i < words; i++)
        {
            all += weight[i];
            held += weight[i] * covered[i];
        }
        var possible = all * (index.Parameters.FoldedWord + index.Parameters.FoldedPair);
        return all > 0 ? new Hit(passage, score, held / all, score / possible) : new Hit(passage, score, 0, 0);
    }

    private static bool Holds(PassageIndex index, int term, int passage, LeftOut? left) =>
        index.PassagesOf(term).BinarySearch(passage) >= 0 && !(left?.Passage == passage && left.TakesAway(term));
}
