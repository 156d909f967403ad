using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Answers;

/// <summary>What a question names: its words and sets of synonyms, and those of the question before it that it leans on.</summary>
internal sealed class NamedWords
{
    private readonly List<int> words = [];
    private readonly List<int> concepts = [];

    public NamedWords(AnalyzedQuestion question, AnalyzedQuestion? before, PassageIndex index)
    {
        Add(question, index);
        if (before is not null) Add(before, index);
    }

    /// <summary>Whether a word, by number, is named by itself or by one of the sets of synonyms it belongs to.</summary>
    public bool Has(int word, ReadOnlySpan<int> sets)
    {
        if (words.Contains(word)) return true;
        foreach (var set in sets)
            if (concepts.Contains(set))
                return true;
        return false;
    }

    private void Add(AnalyzedQuestion question, PassageIndex index)
    {
        foreach (var token in question.Text.Tokens)
            if (index.WordNumber(question.Text.FoldedOf(token)) is >= 0 and var word)
                words.Add(word);
        foreach (var match in question.Concepts) concepts.Add(match.Concept);
    }
}
