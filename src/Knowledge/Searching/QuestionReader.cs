using Knowledge.Analysis;
using Knowledge.Decoding;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Reads a question as it was meant: legacy letters, short forms, keystrokes, missing diacritics and slips repaired before its words are looked for.</summary>
public sealed class QuestionReader(PassageIndex index, DecoderParameters? parameters = null)
{
    private readonly Decoder decoder = new(index.Model, parameters ?? DecoderParameters.Default);

    /// <summary>The question's words and the sets of synonyms among them.</summary>
    public AnalyzedQuestion Read(string question) => index.Analyzer.Analyze(Understood(question));

    /// <summary>What the question was understood as, in one spelling.</summary>
    public AnalyzedText Understood(string question) => decoder.Decode(index.Analyzer.WrittenOut(LegacyText.ToUnicode(question)));
}
