using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Notices;

namespace Bot.Recognizers;

/// <summary>
/// Recognises what is said beside questions: greetings, commands, emergencies, topics out of scope. Read from intents.md:
/// a heading is an intent, a bullet one way to say it; "= …" must be the whole message, "… + …" must all stand in it, "! …" must not.
/// </summary>
public sealed class IntentRecognizer
{
    /// <summary>The file it is read from.</summary>
    public const string File = "intents.md";

    private readonly Analyzer analyzer;
    private readonly ImmutableArray<Utterance> utterances;
    private readonly PhraseTable<int> parts;
    private readonly Dictionary<string, int> partNumbers = [];

    private IntentRecognizer(Analyzer analyzer, ImmutableArray<Utterance> utterances)
    {
        (this.analyzer, this.utterances) = (analyzer, utterances);
        foreach (var part in utterances.SelectMany(u => u.Parts)) partNumbers.TryAdd(part.TrimStart('!', ' '), partNumbers.Count);
        parts = new PhraseTable<int>(partNumbers.Select(p => (p.Key, p.Value)));
    }

    /// <summary>The intents' names, in the file's order, which decides when several are said.</summary>
    public IEnumerable<string> Names => utterances.Select(u => u.Name).Distinct();

    /// <summary>Reads the file.</summary>
    public static IntentRecognizer Read(ContentFile file, Analyzer analyzer, ICollection<Fault> faults)
    {
        var utterances = ImmutableArray.CreateBuilder<Utterance>();
        string? name = null;
        var number = 0;
        foreach (var line in file.Text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal)) name = line[3..].Trim();
            if (!line.StartsWith("- ", StringComparison.Ordinal)) continue;
            if (name is null) faults.Add(new Fault(file.Path, number, "câu nói phải nằm dưới một dòng «## tên»"));
            else
                foreach (var said in line[2..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    utterances.Add(new Utterance(name, [.. said.TrimStart('=').Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], said.StartsWith('=')));
        }
        return new IntentRecognizer(analyzer, utterances.ToImmutable());
    }

    /// <summary>The intents that a message says, in the file's order.</summary>
    public ImmutableArray<string> Recognize(string message)
    {
        var text = analyzer.WrittenOut(message);
        var found = new List<(int Part, int First, int Words)>();
        for (var i = 0; i < text.Tokens.Length; i++)
            foreach (var phrase in parts.Candidates(text, i))
                if (PhraseTable<int>.Stands(phrase, text, i))
                    found.Add((phrase.Meaning, i, phrase.Folded.Length));
        if (found.Count == 0) return [];
        var said = ImmutableArray.CreateBuilder<string>();
        foreach (var utterance in utterances)
            if (!said.Contains(utterance.Name) && IsSaid(utterance, found) && (!utterance.IsWhole || IsWhole(utterance, text, found)))
                said.Add(utterance.Name);
        return said.DrainToImmutable();
    }

    private bool IsSaid(Utterance utterance, List<(int Part, int First, int Words)> found)
    {
        foreach (var part in utterance.Parts)
        {
            var (barred, number) = part.StartsWith('!') ? (true, partNumbers[part.TrimStart('!', ' ')]) : (false, partNumbers[part]);
            if (found.Exists(f => f.Part == number) == barred) return false;
        }
        return true;
    }

    // Every word belongs to something of this intent or is a filler.
    private bool IsWhole(Utterance utterance, AnalyzedText text, List<(int Part, int First, int Words)> found)
    {
        var explained = analyzer.Fillers(text);
        foreach (var other in utterances)
        {
            if (other.Name != utterance.Name) continue;
            foreach (var (part, first, words) in found)
                if (other.Parts.Any(p => partNumbers[p.TrimStart('!', ' ')] == part))
                    explained.AsSpan(first, words).Fill(true);
        }
        return explained.AsSpan().IndexOf(false) < 0;
    }
}
