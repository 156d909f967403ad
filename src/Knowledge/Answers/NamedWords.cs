using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Answers;

/// <summary>What a question names: its words and sets of synonyms, and those of the question before it that it leans on. One at a time on a thread.</summary>
internal readonly ref struct NamedWords
{
    // Marks by number, all false between two questions: looking one up must cost nothing, it is done a thousand times a question.
    [ThreadStatic]
    private static bool[]? wordMarks;

    [ThreadStatic]
    private static bool[]? setMarks;

    private readonly PassageIndex index;
    private readonly AnalyzedQuestion question;
    private readonly AnalyzedQuestion? before;

    public NamedWords(AnalyzedQuestion question, AnalyzedQuestion? before, PassageIndex index)
    {
        (this.question, this.before, this.index) = (question, before, index);
        if (wordMarks is null || wordMarks.Length < index.Lexicon.Classes) wordMarks = new bool[index.Lexicon.Classes];
        Mark(true);
    }

    /// <summary>Whether a word, by number, is named by itself or by one of the sets of synonyms it belongs to.</summary>
    public bool Has(int word, ReadOnlySpan<int> sets)
    {
        if (word >= 0 && wordMarks![word]) return true;
        foreach (var set in sets)
            if (set < setMarks!.Length && setMarks[set])
                return true;
        return false;
    }

    /// <summary>Takes the marks away again.</summary>
    public void Dispose() => Mark(false);

    private void Mark(bool value)
    {
        Mark(question, value);
        if (before is not null) Mark(before, value);
    }

    private void Mark(AnalyzedQuestion text, bool value)
    {
        foreach (var token in text.Text.Tokens)
            if (index.Lexicon.FindClass(text.Text.FoldedOf(token)) is >= 0 and var word)
                wordMarks![word] = value;
        setMarks ??= [];
        foreach (var match in text.Concepts)
        {
            if (match.Concept >= setMarks.Length) Array.Resize(ref setMarks, Math.Max(64, 2 * match.Concept));
            setMarks[match.Concept] = value;
        }
    }
}
