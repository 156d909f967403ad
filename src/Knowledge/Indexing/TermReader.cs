using Knowledge.Analysis;

namespace Knowledge.Indexing;

/// <summary>Turns an analyzed text into terms; the one place that says which terms a text has, for passages and for questions.</summary>
internal static class TermReader
{
    /// <summary>A text's terms; numbers for words come from <paramref name="number"/>, below zero for an unknown one.</summary>
    public static void Read(AnalyzedQuestion text, WordNumber number, List<FoundTerm> into, bool isHeading = true)
    {
        var (words, previousExact, previousFolded) = (text.Text, -1, -1);
        for (var i = 0; i < words.Tokens.Length; i++)
        {
            var token = words.Tokens[i];
            var folded = number(words.FoldedOf(token));
            var exact = token.IsMarked ? number(words.ExactOf(token)) : folded;
            if (folded >= 0) into.Add(new(new Term(Field.FoldedWord, folded), i));
            // Words without a diacritic are the same in both fields: counting them twice gave rare bare words a huge weight.
            if (token.IsMarked && exact >= 0) into.Add(new(new Term(Field.ExactWord, exact), i));
            if (previousFolded >= 0 && folded >= 0) into.Add(new(new Term(Field.FoldedPair, previousFolded, folded), i - 1, 2));
            if (previousExact >= 0 && exact >= 0 && (token.IsMarked || words.Tokens[i - 1].IsMarked)) into.Add(new(new Term(Field.ExactPair, previousExact, exact), i - 1, 2));
            (previousExact, previousFolded) = (exact, folded);
        }
        foreach (var match in text.Concepts)
        {
            into.Add(new(new Term(Field.Concept, match.Concept), match.First, match.Length));
            // A question asks for it in both fields; a passage has the second only from its heading.
            if (isHeading) into.Add(new(new Term(Field.HeadingConcept, match.Concept), match.First, match.Length));
        }
    }

    /// <summary>The number of a word; below zero when there is none.</summary>
    public delegate int WordNumber(ReadOnlySpan<char> word);
}
