using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Notices;

namespace Bot.Recognizers;

/// <summary>
/// Recognises what is said beside questions: greetings, commands, emergencies, topics out of scope. Read from intents.md:
/// a heading is an intent, a bullet ways to say it by commas; "= …" must be the whole message, "… + …" must all stand in it,
/// and what follows "trừ:" at the bullet's end must not.
/// </summary>
public sealed class IntentRecognizer
{
    /// <summary>The file it is read from.</summary>
    public const string File = "intents.md";

    /// <summary>The intent of words at a question's end that change nothing of it, each behind the word that it follows: «gì không».</summary>
    public const string Closing = "closing";

    private const string Except = "trừ:";

    private readonly Analyzer analyzer;
    private readonly ImmutableArray<string> names;
    private readonly Dictionary<string, int> numbers;
    private readonly PhraseTable<int> phrases;
    // By the number of an utterance's first part.
    private readonly ILookup<int, Utterance> utterances;

    private IntentRecognizer(Analyzer analyzer, ImmutableArray<string> names, Dictionary<string, int> phrases, List<Utterance> utterances)
    {
        (this.analyzer, this.names, numbers) = (analyzer, names, phrases);
        this.phrases = new PhraseTable<int>(phrases.Select(p => (p.Key, p.Value)));
        this.utterances = utterances.ToLookup(u => u.Parts[0]);
    }

    /// <summary>The intents' names, in the file's order, which decides when several are said.</summary>
    public IEnumerable<string> Names => names;

    /// <summary>Every phrase, as people say it.</summary>
    public IEnumerable<string> Phrases => numbers.Keys;

    /// <summary>The phrases of one intent.</summary>
    public IEnumerable<string> PhrasesOf(string intent) =>
        numbers.Where(n => utterances[n.Value].Any(u => names[u.Intent] == intent)).Select(n => n.Key);

    /// <summary>Reads the file.</summary>
    public static IntentRecognizer Read(ContentFile file, Analyzer analyzer, ICollection<Fault> faults)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var numbers = new Dictionary<string, int>();
        var utterances = new List<Utterance>();
        var line = 0;
        foreach (var text in file.Text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim().Normalize()))
        {
            line++;
            if (text.StartsWith("## ", StringComparison.Ordinal)) names.Add(text[3..].Trim());
            if (!text.StartsWith("- ", StringComparison.Ordinal)) continue;
            if (names.Count == 0)
            {
                faults.Add(new Fault(file.Path, line, "câu nói phải nằm dưới một dòng «## tên»"));
                continue;
            }
            var except = text.IndexOf(Except, StringComparison.Ordinal);
            var barred = except < 0 ? [] : Split(text[(except + Except.Length)..], ',').Select(Number).ToImmutableArray();
            foreach (var said in Split(except < 0 ? text[2..] : text[2..except], ','))
            {
                var parts = Split(said.TrimStart('='), '+').Select(Number).ToImmutableArray();
                if (parts.IsEmpty) faults.Add(new Fault(file.Path, line, $"«{said}» không có chữ nào"));
                else utterances.Add(new Utterance(names.Count - 1, parts, barred, said.StartsWith('=')));
            }
        }
        return new IntentRecognizer(analyzer, names.ToImmutable(), numbers, utterances);

        int Number(string phrase) => numbers.TryGetValue(phrase, out var number) ? number : numbers[phrase] = numbers.Count;
    }

    /// <summary>The intents that a message says, in the file's order.</summary>
    public ImmutableArray<string> Recognize(AnalyzedText text)
    {
        var found = new List<(int Phrase, int First, int Words)>();
        for (var i = 0; i < text.Tokens.Length; i++)
            foreach (var phrase in phrases.At(text, i))
                found.Add((phrase.Meaning, i, phrase.Folded.Length));
        if (found.Count == 0) return [];
        var said = new SortedSet<int>();
        foreach (var (phrase, _, _) in found)
            foreach (var utterance in utterances[phrase])
                if (!said.Contains(utterance.Intent) && IsSaid(utterance, found) && (!utterance.IsWhole || IsWhole(utterance.Intent, text, found)))
                    said.Add(utterance.Intent);
        return [.. said.Select(intent => names[intent])];
    }

    /// <summary>
    /// The one intent whose whole utterance a message is as it was typed, for a word alone without diacritics, of which the words around it cannot tell
    /// what it stands for; null when it is none, or could be several ("dung": «dừng» and «đúng»).
    /// </summary>
    public string? RecognizeWhole(string typed)
    {
        var text = Tokenizer.Tokenize(Normalizer.Normalize(typed));
        var said = new HashSet<int>();
        if (text.Tokens.IsEmpty) return null;
        foreach (var phrase in phrases.At(text, 0))
            if (phrase.Folded.Length == text.Tokens.Length)
                said.UnionWith(utterances[phrase.Meaning].Where(u => u.IsWhole && u.Parts.Length == 1).Select(u => u.Intent));
        return said.Count == 1 ? names[said.Single()] : null;
    }

    private static bool IsSaid(Utterance utterance, List<(int Phrase, int First, int Words)> found)
    {
        foreach (var part in utterance.Parts)
            if (!Stands(part, found))
                return false;
        foreach (var part in utterance.Barred)
            if (Stands(part, found))
                return false;
        return true;
    }

    private static bool Stands(int phrase, List<(int Phrase, int First, int Words)> found)
    {
        foreach (var (other, _, _) in found)
            if (other == phrase)
                return true;
        return false;
    }

    // Every word belongs to something of this intent, is a filler, or closes a question. Of what closes, the word before it must belong to the intent itself:
    // «không» turns what asks for nothing, «xóa dữ liệu», into a question.
    private bool IsWhole(int intent, AnalyzedText text, List<(int Phrase, int First, int Words)> found)
    {
        var explained = analyzer.Fillers(text);
        foreach (var (phrase, first, words) in found)
            foreach (var utterance in utterances[phrase])
                if (utterance.Intent == intent) explained.AsSpan(first, words).Fill(true);
                else if (names[utterance.Intent] == Closing) explained.AsSpan(first + 1, words - 1).Fill(true);
        return explained.AsSpan().IndexOf(false) < 0;
    }

    private static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
