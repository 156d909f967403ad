using Knowledge.Analysis;
using Knowledge.Decoding;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Reads a question as it was meant: legacy letters, English, short forms, keystrokes, missing diacritics and slips repaired before its words are looked for.</summary>
public sealed class QuestionReader(PassageIndex index, DecoderParameters? parameters = null)
{
    private readonly Decoder decoder = new(index.Model, parameters ?? DecoderParameters.Default);
    private readonly EnglishReader english = new(index.Vocabulary);

    /// <summary>The question's words and the sets of synonyms among them.</summary>
    public AnalyzedQuestion Read(string question) => index.Analyzer.Analyze(Understand(question).Text);

    /// <summary>The question as it was typed, its short forms written out.</summary>
    public AnalyzedText WrittenOut(string question) => index.Analyzer.WrittenOut(Tokenizer.Tokenize(Normalizer.Normalize(LegacyText.ToUnicode(question))));

    /// <summary>What the question was understood as, in one spelling.</summary>
    /// <param name="isEnglishExpected">Whether English has been spoken so far.</param>
    public Understanding Understand(string question, bool isEnglishExpected = false)
    {
        var text = Tokenizer.Tokenize(Normalizer.Normalize(LegacyText.ToUnicode(question)));
        return english.Read(text, isEnglishExpected) is { } translated
            ? new Understanding(index.Analyzer.WrittenOut(translated), true)
            : new Understanding(decoder.Decode(index.Analyzer.WrittenOut(text)), false);
    }
}
