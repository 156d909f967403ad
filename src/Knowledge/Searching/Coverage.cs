using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>How much of a question's meaning passages hold: each word weighs as much as it is rare, and is covered by itself or by a set of synonyms that it names.</summary>
internal readonly ref struct Coverage
{
    [ThreadStatic]
    private static List<FoundTerm>? found;

    [ThreadStatic]
    private static List<Sign>? read;

    private readonly PassageIndex index;
    private readonly LeftOut? left;
    private readonly List<Sign> signs;
    private readonly Span<float> weights;
    private readonly Span<float> covered;
    private readonly float all;

    /// <summary>Reads a question once, to judge many passages.</summary>
    /// <param name="room">Scratch space, twice as long as the question has words.</param>
    public Coverage(PassageIndex index, AnalyzedQuestion question, LeftOut? left, Span<float> room)
    {
        (this.index, this.left, signs) = (index, left, read ??= []);
        var words = question.Text.Tokens.Length;
        weights = room[..words];
        covered = room[words..(2 * words)];
        weights.Fill(index.RarityOfUnknown);
        found ??= [];
        found.Clear();
        signs.Clear();
        TermReader.Read(question, index.WordNumber, found);
        foreach (var (term, first, count) in found)
        {
            if (term.Field is Field.ExactPair or Field.FoldedPair or Field.HeadingConcept || index.TermNumber(term) is not (>= 0 and var id)) continue;
            if (term.Field == Field.FoldedWord) weights[first] = index.Rarity(index.PassagesOf(id).Length);
            // A word with diacritics that a passage holds only with others, or without, is a weaker sign.
            signs.Add(new Sign(id, first, count, term.Field == Field.FoldedWord && question.Text.Tokens[first].IsMarked ? index.Parameters.OtherDiacritics : 1));
        }
        foreach (var weight in weights) all += weight;
    }

    /// <summary>The hit for a passage with its score.</summary>
    public Hit Judge(int passage, float score)
    {
        covered.Clear();
        foreach (var (term, first, count, share) in signs)
        {
            if (index.PassagesOf(term).BinarySearch(passage) < 0 || left?.Passage == passage && left.TakesAway(term)) continue;
            foreach (ref var word in covered.Slice(first, count)) word = MathF.Max(word, share);
        }
        var held = 0f;
        for (var i = 0; i < weights.Length; i++) held += weights[i] * covered[i];
        var possible = all * (index.Parameters.FoldedWord + index.Parameters.FoldedPair);
        return all > 0 ? new Hit(passage, score, held / all, score / possible) : new Hit(passage, score, 0, 0);
    }

    private readonly record struct Sign(int Term, int First, int Count, float Share);
}
