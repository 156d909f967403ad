using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Finds for a typed word the words it may stand for.</summary>
internal sealed class CandidateWords(SyllableModel model, DecoderParameters parameters)
{
    private const int LongestSlip = 10;
    private const int MostOfClass = 12;

    // Pairs of initials that one province or another does not tell apart.
    private static readonly (string, string)[] SameSounds =
        [("l", "n"), ("n", "l"), ("x", "s"), ("s", "x"), ("ch", "tr"), ("tr", "ch"), ("d", "gi"), ("gi", "d"), ("r", "d"), ("d", "r"), ("r", "gi"), ("gi", "r"), ("v", "d"), ("d", "v")];

    /// <summary>How a text was typed.</summary>
    public Typing TypingOf(AnalyzedText text)
    {
        Span<char> syllable = stackalloc char[Keystrokes.LongestKeys];
        var (marked, keys) = (0, 0);
        foreach (var token in text.Tokens)
        {
            if (token.IsMarked) marked++;
            else if (token.Length <= Keystrokes.LongestKeys && model.Lexicon.Find(text.ExactOf(token)) < 0 && Keystrokes.Read(text.ExactOf(token), syllable) > 0) keys++;
        }
        return new Typing((float)marked / text.Tokens.Length, keys >= 2 && 4 * keys >= text.Tokens.Length);
    }

    /// <summary>Adds the candidates of a word to the lattice, the typed one first.</summary>
    /// <param name="isDoubtful">Whether a known word is to be taken for a slip, too.</param>
    public void Add(Lattice into, AnalyzedText text, int index, Typing typing, bool isDoubtful)
    {
        var token = text.Tokens[index];
        var exact = text.ExactOf(token);
        var folded = text.FoldedOf(token);
        var typed = model.Lexicon.Find(exact);
        var asTyped = typed >= 0 ? 0 : token.IsMarked && Syllables.IsSyllable(exact) ? parameters.UnknownSyllable : parameters.Unknown;
        into.Add(new Candidate(typed, asTyped, null, IsTyped: true));
        if (exact.Length > Keystrokes.LongestKeys) return;
        if (!token.IsMarked) AddMeant(into, exact, typed, typing);
        if (exact.IndexOfAnyInRange('0', '9') >= 0) return;
        var ofKnown = typed >= 0 ? parameters.OfKnown : 0;
        if (!token.IsMarked)
            AddClass(into, folded, typed < 0 ? 0 : typing.IsKeystrokes ? parameters.KeysOfKnown : parameters.Undiacritic * MathF.Min(1, typing.Accented / 0.3f));
        else if (typed < 0 || isDoubtful) AddOtherDiacritics(into, exact, folded, ofKnown);
        if (typed < 0 || isDoubtful)
        {
            AddSameSounds(into, exact, parameters.SameSound + ofKnown);
            // Where something plain explains an unmarked word, a slip is looked for only when it fits nowhere.
            var isExplained = !token.IsMarked && HasCheap(into);
            if (isDoubtful || !isExplained) AddSlips(into, exact, folded, isExplained ? parameters.OfKnown : ofKnown);
            if (typed < 0 && index == text.Tokens.Length - 1) AddEndings(into, folded);
        }
        into.Prune(parameters.Candidates, model);
    }

    private void AddMeant(Lattice into, ReadOnlySpan<char> keys, int typed, Typing typing)
    {
        Span<char> syllable = stackalloc char[Keystrokes.LongestKeys];
        if (Keystrokes.Read(keys, syllable) is not (> 0 and var length)) return;
        var meant = syllable[..length];
        var cost = typed < 0 ? parameters.Keys : typing.IsKeystrokes ? parameters.KeysAmongKeys : parameters.KeysOfKnown;
        var word = model.Lexicon.Find(meant);
        // A syllable that no text holds is still what was meant, and better than its keys.
        into.Add(new Candidate(word, word >= 0 ? cost : cost + parameters.Unknown - 1, word >= 0 ? null : meant.ToString(), false));
        // The tone key may be missing: half of what the input method would have done.
        foreach (ref var letter in meant) letter = Letters.Fold(letter);
        AddClass(into, meant, cost + parameters.OtherDiacritics);
    }

    private void AddClass(Lattice into, ReadOnlySpan<char> folded, float cost)
    {
        var members = model.WithClass(model.Lexicon.FindClass(folded));
        foreach (var word in members[..Math.Min(MostOfClass, members.Length)]) into.Add(new Candidate(word, cost, null, false));
    }

    private void AddSameSounds(Lattice into, ReadOnlySpan<char> exact, float cost)
    {
        Span<char> other = stackalloc char[exact.Length + 2];
        foreach (var (from, to) in SameSounds)
        {
            if (!exact.StartsWith(from) || exact.Length <= from.Length || from.Length == 1 && exact[1] == 'h') continue;
            to.CopyTo(other);
            exact[from.Length..].CopyTo(other[to.Length..]);
            var swapped = other[..(exact.Length - from.Length + to.Length)];
            if (model.Lexicon.Find(swapped) is >= 0 and var word) into.Add(new Candidate(word, cost, null, false));
            else if (swapped.IndexOfAnyInRange('\u0080', '\uFFFF') < 0) AddClass(into, swapped, cost);
        }
    }

    private void AddSlips(Lattice into, ReadOnlySpan<char> exact, ReadOnlySpan<char> folded, float more)
    {
        if (folded.Length is < 2 or > LongestSlip) return;
        AddNear(into, model.WithDeletion(folded), exact, more);
        // Most words of two letters are one slip from another: of these only a letter that is missing.
        if (folded.Length == 2) return;
        Span<char> shorter = stackalloc char[folded.Length - 1];
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && folded[i] == folded[i - 1]) continue;
            folded[..i].CopyTo(shorter);
            folded[(i + 1)..].CopyTo(shorter[i..]);
            AddNear(into, model.WithDeletion(shorter), exact, more);
        }
    }

    private void AddNear(Lattice into, ReadOnlySpan<int> classes, ReadOnlySpan<char> exact, float more)
    {
        foreach (var @class in classes)
        {
            var members = model.WithClass(@class);
            foreach (var word in members[..Math.Min(MostOfClass, members.Length)])
                if (Slips.Cost(exact, model.Lexicon.Word(word), parameters) is var cost && cost < float.PositiveInfinity)
                    into.Add(new Candidate(word, cost + more, null, false));
        }
    }

    private void AddEndings(Lattice into, ReadOnlySpan<char> folded)
    {
        if (folded.Length < 2) return;
        foreach (var @class in model.WithPrefix(folded))
        {
            var members = model.WithClass(@class);
            var missing = model.Lexicon.Folded(@class).Length - folded.Length - 1;
            foreach (var word in members[..Math.Min(3, members.Length)]) into.Add(new Candidate(word, parameters.Unfinished + parameters.UnfinishedLetter * missing, null, false));
        }
    }

    private bool HasCheap(Lattice into)
    {
        foreach (var candidate in into.Of(into.Words - 1)[1..])
            if (candidate.Cost < parameters.SameSound)
                return true;
        return false;
    }

    private void AddOtherDiacritics(Lattice into, ReadOnlySpan<char> exact, ReadOnlySpan<char> folded, float more)
    {
        var members = model.WithClass(model.Lexicon.FindClass(folded));
        foreach (var word in members[..Math.Min(MostOfClass, members.Length)])
            into.Add(new Candidate(word, parameters.OtherDiacritics + parameters.LostDiacritic * Slips.Lost(exact, model.Lexicon.Word(word)) + more, null, false));
    }
}
