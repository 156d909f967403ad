using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>
/// Adds a question's evidence to the passages' scores, word by word. A set of synonyms and the words that name it are one slot:
/// the stronger of the two counts, not both.
/// </summary>
internal readonly ref struct Scorer(PassageIndex index, float[] scores, float[] slot, LeftOut? left)
{
    /// <summary>Adds a question, its evidence times a weight.</summary>
    public void Add(AnalyzedQuestion question, float weight)
    {
        var text = question.Text;
        var (previousExact, previousFolded) = (-1, -1);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            var folded = index.WordNumber(text.FoldedOf(token));
            var exact = token.IsMarked ? index.WordNumber(text.ExactOf(token)) : folded;
            if (token.IsMarked && exact >= 0) Sum(new Term(Field.ExactWord, exact), weight);
            if (previousFolded >= 0 && folded >= 0) Sum(new Term(Field.FoldedPair, previousFolded, folded), weight);
            if (previousExact >= 0 && exact >= 0 && (token.IsMarked || text.Tokens[i - 1].IsMarked)) Sum(new Term(Field.ExactPair, previousExact, exact), weight);
            (previousExact, previousFolded) = (exact, folded);
        }
        for (var i = 0; i < text.Tokens.Length;)
        {
            var words = LongestConcept(question, i);
            if (words == 0) Sum(FoldedWord(text, i), weight);
            else AddSlot(question, i, words, weight);
            i += Math.Max(1, words);
        }
    }

    // The words of a slot add up; a set of synonyms that they name replaces the sum where it is worth more.
    private void AddSlot(AnalyzedQuestion question, int first, int words, float weight)
    {
        for (var i = first; i < first + words; i++) Sum(FoldedWord(question.Text, i), weight, keep: true);
        foreach (var match in question.Concepts)
        {
            if (match.First != first || match.Length != words) continue;
            Raise(new Term(Field.Concept, match.Concept), weight);
            Sum(new Term(Field.HeadingConcept, match.Concept), weight);
        }
        for (var i = first; i < first + words; i++) Forget(FoldedWord(question.Text, i));
        foreach (var match in question.Concepts)
            if (match.First == first && match.Length == words)
                Forget(new Term(Field.Concept, match.Concept));
    }

    private void Sum(Term term, float weight, bool keep = false)
    {
        var id = index.TermNumber(term);
        if (id < 0) return;
        var passages = index.PassagesOf(id);
        var impacts = index.ImpactsOf(id);
        var rarer = left is null ? weight : weight * left.Rarer(id);
        for (var i = 0; i < passages.Length; i++)
        {
            var value = rarer * (passages[i] == left?.Passage ? left.Impact(id, term.Field) : impacts[i]);
            scores[passages[i]] += value;
            if (keep) slot[passages[i]] += value;
        }
    }

    private void Raise(Term term, float weight)
    {
        var id = index.TermNumber(term);
        if (id < 0) return;
        var passages = index.PassagesOf(id);
        var impacts = index.ImpactsOf(id);
        var rarer = left is null ? weight : weight * left.Rarer(id);
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            var value = rarer * (passage == left?.Passage ? left.Impact(id, term.Field) : impacts[i]);
            if (value <= slot[passage]) continue;
            scores[passage] += value - slot[passage];
            slot[passage] = value;
        }
    }

    private void Forget(Term term)
    {
        var id = index.TermNumber(term);
        if (id < 0) return;
        foreach (var passage in index.PassagesOf(id)) slot[passage] = 0;
    }

    private Term FoldedWord(AnalyzedText text, int word) => new(Field.FoldedWord, index.WordNumber(text.FoldedOf(text.Tokens[word])));

    private static int LongestConcept(AnalyzedQuestion question, int first)
    {
        var longest = 0;
        foreach (var match in question.Concepts)
            if (match.First == first)
                longest = Math.Max(longest, match.Length);
        return longest;
    }
}
