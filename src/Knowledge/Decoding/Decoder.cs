using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>
/// Reads what was typed as what was meant: for each word the words it may stand for, with what the slip costs, and the path through them
/// that the texts make most probable (a noisy channel with a bigram model, by Viterbi).
/// </summary>
public sealed class Decoder(SyllableModel model, DecoderParameters parameters)
{
    // Pairs of initials that one province or another does not tell apart.
    private static readonly (string, string)[] SameSounds =
        [("l", "n"), ("n", "l"), ("x", "s"), ("s", "x"), ("ch", "tr"), ("tr", "ch"), ("d", "gi"), ("gi", "d"), ("r", "d"), ("d", "r"), ("r", "gi"), ("gi", "r"), ("v", "d"), ("d", "v")];

    [ThreadStatic]
    private static List<Candidate>? scratch;

    /// <summary>The text as it was probably meant; the same when every word is as it should be.</summary>
    public AnalyzedText Decode(AnalyzedText text)
    {
        var count = text.Tokens.Length;
        if (count is 0 or > 200) return text;
        var candidates = scratch ??= [];
        candidates.Clear();
        Span<int> starts = count < 64 ? stackalloc int[count + 1] : new int[count + 1];
        var marked = 0;
        foreach (var token in text.Tokens) marked += token.IsMarked ? 1 : 0;
        var isAccented = (float)marked / count;
        for (var i = 0; i < count; i++)
        {
            starts[i] = candidates.Count;
            AddCandidates(text, text.Tokens[i], isAccented, candidates);
        }
        starts[count] = candidates.Count;
        // Nothing to choose between: the common case of a well typed question.
        if (candidates.Count == count && candidates.TrueForAll(c => c.Literal is null && c.IsTyped)) return text;
        return Rewritten(text, candidates, Path(candidates, starts));
    }

    private int[] Path(List<Candidate> candidates, ReadOnlySpan<int> starts)
    {
        var words = starts.Length - 1;
        var scores = new float[candidates.Count];
        var from = new int[candidates.Count];
        for (var i = 0; i < words; i++)
            for (var c = starts[i]; c < starts[i + 1]; c++)
            {
                if (i == 0)
                {
                    scores[c] = model.LogProbability(-1, candidates[c].Word) - candidates[c].Cost;
                    continue;
                }
                scores[c] = float.NegativeInfinity;
                for (var p = starts[i - 1]; p < starts[i]; p++)
                {
                    var score = scores[p] + model.LogProbability(candidates[p].Word, candidates[c].Word) - candidates[c].Cost;
                    if (score > scores[c]) (scores[c], from[c]) = (score, p);
                }
            }
        var path = new int[words];
        path[^1] = starts[words - 1];
        for (var c = starts[words - 1]; c < starts[words]; c++)
            if (scores[c] > scores[path[^1]])
                path[^1] = c;
        for (var i = words - 1; i > 0; i--) path[i - 1] = from[path[i]];
        return path;
    }

    private AnalyzedText Rewritten(AnalyzedText text, List<Candidate> candidates, int[] path)
    {
        if (path.All(c => candidates[c].IsTyped)) return text;
        var written = new System.Text.StringBuilder(text.Exact.Length + 16);
        var copied = 0;
        for (var i = 0; i < path.Length; i++)
        {
            var (token, chosen) = (text.Tokens[i], candidates[path[i]]);
            if (chosen.IsTyped) continue;
            written.Append(text.Exact, copied, token.Start - copied).Append(chosen.Literal ?? model.Word(chosen.Word));
            copied = token.Start + token.Length;
        }
        written.Append(text.Exact, copied, text.Exact.Length - copied);
        return Tokenizer.Tokenize(written.ToString());
    }

    private void AddCandidates(AnalyzedText text, Token token, float isAccented, List<Candidate> into)
    {
        var exact = text.ExactOf(token);
        var folded = text.FoldedOf(token);
        var first = into.Count;
        var typed = model.Find(exact);
        var asTyped = typed >= 0 ? 0 : token.IsMarked && Syllables.IsSyllable(exact) ? parameters.UnknownSyllable : parameters.Unknown;
        into.Add(new Candidate(typed, asTyped, null, IsTyped: true));
        if (exact.Length > 11) return;
        if (!token.IsMarked && Keystrokes.Read(exact) is { } meant) AddMeant(meant, typed >= 0 ? parameters.KeysOfKnown : parameters.Keys, first, into);
        if (exact.IndexOfAnyInRange('0', '9') >= 0) return;
        if (!token.IsMarked) AddAll(model.WithFolded(folded), typed, typed < 0 ? 0 : parameters.Undiacritic * MathF.Min(1, isAccented / 0.3f), first, into);
        else if (typed < 0) AddAll(model.WithFolded(folded), typed, parameters.OtherDiacritics, first, into);
        AddSameSounds(exact, typed, first, into);
        // Most words of two letters are one slip from another.
        if (typed < 0 && exact.Length >= 3 && !HasCheap(into, first)) AddSlips(folded, exact, first, into);
        Prune(into, first);
    }

    // A syllable that no text holds is still what was meant, and better than its keys.
    private void AddMeant(string meant, float cost, int first, List<Candidate> into)
    {
        var word = model.Find(meant);
        Add(new Candidate(word, word >= 0 ? cost : cost + parameters.Unknown - 1, word >= 0 ? null : meant, false), first, into);
        // The tone key may be missing: half of what the input method would have done.
        AddAll(model.WithFolded(Letters.Fold(meant)), word, cost + parameters.OtherDiacritics, first, into);
    }

    private void AddSameSounds(ReadOnlySpan<char> exact, int typed, int first, List<Candidate> into)
    {
        Span<char> other = stackalloc char[exact.Length + 2];
        foreach (var (from, to) in SameSounds)
        {
            if (!exact.StartsWith(from) || exact.Length <= from.Length || from.Length == 1 && exact[1] == 'h') continue;
            to.CopyTo(other);
            exact[from.Length..].CopyTo(other[to.Length..]);
            var swapped = other[..(exact.Length - from.Length + to.Length)];
            if (model.Find(swapped) is >= 0 and var word) Add(new Candidate(word, typed < 0 ? parameters.SameSound : parameters.SameSoundOfKnown, null, false), first, into);
        }
    }

    private void AddSlips(ReadOnlySpan<char> folded, ReadOnlySpan<char> exact, int first, List<Candidate> into)
    {
        if (folded.Length > 10) return;
        AddNear(model.WithDeletion(folded), folded, exact, first, into);
        Span<char> shorter = stackalloc char[folded.Length - 1];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[..i].CopyTo(shorter);
            folded[(i + 1)..].CopyTo(shorter[i..]);
            AddNear(model.WithDeletion(shorter), folded, exact, first, into);
        }
    }

    private void AddNear(ReadOnlySpan<int> words, ReadOnlySpan<char> folded, ReadOnlySpan<char> exact, int first, List<Candidate> into)
    {
        foreach (var word in words)
        {
            var other = model.Word(word);
            if (!IsOneSlip(folded, Letters.Fold(other))) continue;
            // The diacritics that were typed speak for the word that has them.
            Add(new Candidate(word, parameters.Slip + 0.7f * MathF.Min(2, Lost(exact, other)), null, false), first, into);
        }
    }

    private static int Lost(ReadOnlySpan<char> typed, string meant)
    {
        var lost = 0;
        foreach (var letter in typed)
            if (letter != Letters.Fold(letter) && !meant.Contains(letter))
                lost++;
        return lost;
    }

    // One letter inserted, dropped, replaced, or two neighbours swapped.
    private static bool IsOneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var i = a.CommonPrefixLength(b);
        if (a.Length == b.Length)
            return i == a.Length || a[(i + 1)..].SequenceEqual(b[(i + 1)..])
                || i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[(i + 2)..].SequenceEqual(b[(i + 2)..]);
        return a.Length == b.Length + 1 ? a[(i + 1)..].SequenceEqual(b[i..]) : a.Length + 1 == b.Length && a[i..].SequenceEqual(b[(i + 1)..]);
    }

    private bool HasCheap(List<Candidate> into, int first)
    {
        for (var i = first + 1; i < into.Count; i++)
            if (into[i].Cost < parameters.SameSound)
                return true;
        return false;
    }

    private void AddAll(ReadOnlySpan<int> words, int typed, float cost, int first, List<Candidate> into)
    {
        foreach (var word in words)
            if (word != typed)
                Add(new Candidate(word, cost, null, false), first, into);
    }

    private static void Add(Candidate candidate, int first, List<Candidate> into)
    {
        for (var i = first; i < into.Count; i++)
        {
            if (into[i].Word != candidate.Word || into[i].Word < 0) continue;
            if (candidate.Cost < into[i].Cost && !into[i].IsTyped) into[i] = candidate;
            return;
        }
        into.Add(candidate);
    }

    private void Prune(List<Candidate> into, int first)
    {
        if (into.Count - first <= parameters.Candidates) return;
        into.Sort(first + 1, into.Count - first - 1, Comparer<Candidate>.Create((a, b) => Worth(b).CompareTo(Worth(a))));
        into.RemoveRange(first + parameters.Candidates, into.Count - first - parameters.Candidates);

        float Worth(Candidate c) => model.LogProbability(-1, c.Word) - c.Cost;
    }

    /// <summary>A word that the typed one may stand for: by number, or written out when no text holds it.</summary>
    private readonly record struct Candidate(int Word, float Cost, string? Literal, bool IsTyped);
}
