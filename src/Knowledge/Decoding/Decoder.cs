using System.Text;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>
/// Reads what was typed as what was meant: for each word the words it may stand for, with what the slip costs, and the path through them
/// that the texts make most probable (a noisy channel with a bigram model, by Viterbi).
/// </summary>
public sealed class Decoder(SyllableModel model, DecoderParameters parameters)
{
    private const int MostWords = 200;

    [ThreadStatic]
    private static Tools? tools;

    private readonly CandidateWords words = new(model, parameters);
    private readonly WordSplitter splitter = new(model);

    /// <summary>The text as it was probably meant; the same when every word is as it should be.</summary>
    public AnalyzedText Decode(AnalyzedText text)
    {
        if (text.Tokens.Length is 0 or > MostWords) return text;
        // Keystrokes look like words written together: most of them are none.
        var typing = words.TypingOf(text);
        if (!typing.IsKeystrokes) text = splitter.Split(text);
        var (lattice, doubtful, path, written) = tools ??= new Tools(new Lattice(), [], [], new StringBuilder());
        doubtful.Clear();
        Fill(lattice, text, typing, doubtful);
        Keep(path, lattice.Path(model));
        // What stands beside nothing that it stands beside in the texts may be a slip that happens to be a word.
        for (var i = 0; i < path.Count; i++)
            if (text.Tokens.Length > 1 && !IsSupported(lattice, path, i))
                doubtful.Add(i);
        if (doubtful.Count > 0)
        {
            Fill(lattice, text, typing, doubtful);
            Keep(path, lattice.Path(model));
        }
        return Rewritten(text, lattice, path, written);
    }

    private void Fill(Lattice lattice, AnalyzedText text, Typing typing, List<int> doubtful)
    {
        lattice.Clear();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            lattice.Next();
            words.Add(lattice, text, i, typing, doubtful.Contains(i));
        }
    }

    private static void Keep(List<int> path, ReadOnlySpan<int> found)
    {
        path.Clear();
        path.AddRange(found);
    }

    private bool IsSupported(Lattice lattice, List<int> path, int word)
    {
        var chosen = lattice.Of(word)[path[word]].Word;
        return word > 0 && model.Count(lattice.Of(word - 1)[path[word - 1]].Word, chosen) > 0
            || word + 1 < path.Count && model.Count(chosen, lattice.Of(word + 1)[path[word + 1]].Word) > 0;
    }

    private AnalyzedText Rewritten(AnalyzedText text, Lattice lattice, List<int> path, StringBuilder written)
    {
        written.Clear();
        var copied = 0;
        for (var i = 0; i < path.Count; i++)
        {
            var (token, chosen) = (text.Tokens[i], lattice.Of(i)[path[i]]);
            if (chosen.IsTyped) continue;
            // Without diacritics a word may be any of its class, in the index as well: a guess that nothing speaks for is not made.
            if (!token.IsMarked && path.Count > 1 && chosen.Word >= 0 && !IsSupported(lattice, path, i) && text.FoldedOf(token).SequenceEqual(model.Lexicon.Folded(model.Lexicon.ClassOf(chosen.Word)))) continue;
            written.Append(text.Exact, copied, token.Start - copied).Append(chosen.Literal ?? model.Lexicon.Word(chosen.Word));
            copied = token.Start + token.Length;
        }
        if (copied == 0) return text;
        written.Append(text.Exact, copied, text.Exact.Length - copied);
        return Tokenizer.Tokenize(written.ToString());
    }

    private sealed record Tools(Lattice Lattice, List<int> Doubtful, List<int> Path, StringBuilder Written);
}
