using System.Collections.Immutable;
using System.Text;

namespace Knowledge.Analysis;

/// <summary>A tokenizer and its filters: normalise, cut, write short forms out, find synonyms, leave fillers out. The same for notices and questions.</summary>
public sealed class Analyzer
{
    // Short forms with one meaning are written out first: they are the neighbours that decide about the others.
    private readonly PhraseTable<Abbreviation> plain;
    private readonly PhraseTable<Abbreviation> ambiguous;
    private readonly PhraseTable<int> concepts;
    private readonly PhraseTable<bool> fillers;
    private readonly PhraseTable<bool> lightWords;
    private readonly PhraseTable<int> aspects;
    private readonly PhraseTable<bool> joiningWords;
    private readonly PhraseTable<bool> askingWords;
    private readonly PhraseTable<int> roles;
    private readonly PhraseTable<bool> negations;
    private readonly int sets;
    private readonly ImmutableArray<string?> audiences;

    public Analyzer(Vocabulary vocabulary)
    {
        var meanings = vocabulary.Abbreviations.ToLookup(a => a.Short);
        plain = new(vocabulary.Abbreviations.Where(a => meanings[a.Short].Count() == 1 && a.Neighbours is null).Select(a => (a.Short, a)));
        ambiguous = new(vocabulary.Abbreviations.Where(a => meanings[a.Short].Count() > 1 || a.Neighbours is not null).Select(a => (a.Short, a)));
        concepts = new(vocabulary.Synonyms.SelectMany((set, concept) => set.Select(word => (word, concept))));
        fillers = new(vocabulary.Fillers.Select(filler => (filler, true)));
        lightWords = new(vocabulary.LightWords.Select(word => (word, true)));
        roles = new(vocabulary.Roles.SelectMany((role, number) => role.Names.Select(name => (name, number))));
        negations = new(vocabulary.Negations.Select(word => (word, true)));
        sets = vocabulary.Synonyms.Length;
        audiences = [.. vocabulary.Roles.Select(role => role.Audience)];
        joiningWords = new(vocabulary.JoiningWords.Select(word => (word, true)));
        askingWords = new(vocabulary.AskingWords.Select(word => (word, true)));
        aspects = new(vocabulary.Aspects.SelectMany((aspect, number) => aspect.Phrases.Select(phrase => (phrase, number))));
    }

    /// <summary>Reads a text.</summary>
    public AnalyzedQuestion Analyze(string text) => Analyze(WrittenOut(text));

    /// <summary>Reads a text whose short forms are written out already.</summary>
    public AnalyzedQuestion Analyze(AnalyzedText text)
    {
        var words = WithoutFillers(text);
        return new AnalyzedQuestion(words, Concepts(words));
    }

    /// <summary>The words of a text with its short forms written out, as a person would read it aloud.</summary>
    public AnalyzedText WrittenOut(string text) => WrittenOut(Tokenizer.Tokenize(Normalizer.Normalize(text)));

    /// <summary>The same of a text that is cut into words.</summary>
    public AnalyzedText WrittenOut(AnalyzedText text) => WrittenOut(WrittenOut(text, plain), ambiguous);

    /// <summary>For each word of a text whether it only fills: courtesy, address, hesitation.</summary>
    public bool[] Fillers(AnalyzedText text)
    {
        var fills = new bool[text.Tokens.Length];
        Mark(text, fillers, fills);
        return fills;
    }

    /// <summary>Marks the words of a text that say little of what it is about.</summary>
    public void MarkLight(AnalyzedText text, Span<bool> light) => Mark(text, lightWords, light);

    /// <summary>What a text asks to know, a bit for each aspect.</summary>
    public uint Aspects(AnalyzedText text)
    {
        var asked = 0u;
        for (var i = 0; i < text.Tokens.Length; i++)
            foreach (var phrase in aspects.At(text, i))
                asked |= 1u << phrase.Meaning;
        return asked;
    }

    /// <summary>Marks the words of a text that ask for some aspect.</summary>
    public void MarkAspects(AnalyzedText text, Span<bool> asks) => Mark(text, aspects, asks);

    /// <summary>Whether a text names nothing of its own, only what is asked of a matter named before.</summary>
    public bool IsElliptical(AnalyzedText text)
    {
        var known = Fillers(text);
        MarkLight(text, known);
        MarkAspects(text, known);
        return known.AsSpan().IndexOf(false) < 0;
    }

    /// <summary>Whether words of a text name something together, as one of the sets of synonyms does, beside what they ask.</summary>
    public bool NamesTogether(AnalyzedText text)
    {
        var asks = new bool[text.Tokens.Length];
        MarkAspects(text, asks);
        return Analyze(text.With([.. text.Tokens.Where((_, i) => !asks[i])])).Concepts.Any(concept => concept.Length > 1);
    }

    /// <summary>Whether what is written for an audience is also meant for whoever wrote a text: the audience has no names of its own, or the text names it.</summary>
    public bool Concerns(string audience, AnalyzedText text)
    {
        if (!audiences.Contains(audience)) return true;
        for (var i = 0; i < text.Tokens.Length; i++)
            if (roles.LongestAt(text, i) is { } role && audiences[role.Meaning] == audience)
                return true;
        return false;
    }

    /// <summary>Whether a set is not one of synonyms but says who does not do something.</summary>
    public bool IsRole(int concept) => concept >= sets;

    /// <summary>Whether a text ends in a word that denies.</summary>
    public bool EndsInNegation(AnalyzedText text) => text.Tokens.Length > 0 && negations.LongestAt(text, text.Tokens.Length - 1) is not null;

    /// <summary>How many words of a text deny, and whether it ends in one, fillers aside.</summary>
    public (int Count, bool IsLast) Denials(AnalyzedText text)
    {
        var fills = Fillers(text);
        var (count, isLast) = (0, false);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var length = negations.LongestAt(text, i) is { } phrase ? phrase.Folded.Length : 0;
            if (length == 0 && fills[i]) continue;
            isLast = length > 0;
            count += isLast ? 1 : 0;
            i += Math.Max(length, 1) - 1;
        }
        return (count, isLast);
    }

    /// <summary>Marks the words of a text that may join two questions.</summary>
    public void MarkJoining(AnalyzedText text, Span<bool> joins) => Mark(text, joiningWords, joins, asWritten: text.Tokens.Any(token => token.IsMarked));

    /// <summary>Whether a text asks something: of a matter, whether something is so, or with a word that only asks.</summary>
    public bool Asks(AnalyzedText text)
    {
        if (Aspects(text) != 0 || EndsInNegation(text)) return true;
        for (var i = 0; i < text.Tokens.Length; i++)
            if (askingWords.LongestAt(text, i) is { } phrase && IsAsWritten(text, i, phrase))
                return true;
        return false;
    }

    // Among words with diacritics one without stands for itself: "con" is no "còn".
    private static bool IsAsWritten<T>(AnalyzedText text, int index, Phrase<T> phrase)
    {
        for (var i = 0; i < phrase.Exact.Length; i++)
            if (!text.ExactOf(text.Tokens[index + i]).SequenceEqual(phrase.Exact[i]))
                return false;
        return true;
    }

    private static void Mark<T>(AnalyzedText text, PhraseTable<T> table, Span<bool> marks, bool asWritten = false)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (table.LongestAt(text, i) is not { } phrase || asWritten && !IsAsWritten(text, i, phrase)) continue;
            marks.Slice(i, phrase.Folded.Length).Fill(true);
            i += phrase.Folded.Length - 1;
        }
    }

    private static AnalyzedText WrittenOut(AnalyzedText text, PhraseTable<Abbreviation> abbreviations)
    {
        StringBuilder? written = null;
        var copied = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (Expansion(text, i, abbreviations) is not { } phrase) continue;
            written ??= new StringBuilder(text.Exact.Length + 32);
            var last = text.Tokens[i + phrase.Folded.Length - 1];
            written.Append(text.Exact, copied, text.Tokens[i].Start - copied).Append(phrase.Meaning.Expansion);
            copied = last.Start + last.Length;
            i += phrase.Folded.Length - 1;
        }
        if (written is null) return text;
        written.Append(text.Exact, copied, text.Exact.Length - copied);
        return Tokenizer.Tokenize(Normalizer.Normalize(written.ToString()));
    }

    private static Phrase<Abbreviation>? Expansion(AnalyzedText text, int index, PhraseTable<Abbreviation> abbreviations)
    {
        foreach (var phrase in abbreviations.At(text, index))
            if (phrase.Meaning.Neighbours is null || HasNeighbour(text, index, phrase.Folded.Length, phrase.Meaning.Neighbours))
                return phrase;
        return null;
    }

    private static bool HasNeighbour(AnalyzedText text, int index, int length, PhraseTable<bool> neighbours)
    {
        const int near = 3;
        for (var i = Math.Max(0, index - near); i < Math.Min(text.Tokens.Length, index + length + near); i++)
            if ((i < index || i >= index + length) && neighbours.LongestAt(text, i) is not null)
                return true;
        return false;
    }

    private AnalyzedText WithoutFillers(AnalyzedText text)
    {
        var fills = Fillers(text);
        var kept = ImmutableArray.CreateBuilder<Token>(text.Tokens.Length);
        for (var i = 0; i < fills.Length; i++)
            if (!fills[i])
                kept.Add(text.Tokens[i]);
        // A message of nothing but fillers is still something that was said.
        return kept.Count == 0 || kept.Count == text.Tokens.Length ? text : text.With(kept.DrainToImmutable());
    }

    private ImmutableArray<ConceptMatch> Concepts(AnalyzedText text)
    {
        var matches = ImmutableArray.CreateBuilder<ConceptMatch>();
        for (var i = 0; i < text.Tokens.Length; i++)
            foreach (var phrase in concepts.At(text, i))
                matches.Add(new ConceptMatch(phrase.Meaning, i, phrase.Folded.Length));
        AddNegatedRoles(text, matches);
        return matches.DrainToImmutable();
    }

    // Who does not do something counts as a set of synonyms of its own, named by the word that denies it: "công chức … không đeo". A "không"
    // that ends a text only asks.
    private void AddNegatedRoles(AnalyzedText text, ImmutableArray<ConceptMatch>.Builder matches)
    {
        const int near = 4;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (roles.LongestAt(text, i) is not { } role) continue;
            var end = i + role.Folded.Length;
            for (var j = end; j < Math.Min(end + near, text.Tokens.Length) && roles.LongestAt(text, j) is null; j++)
            {
                if (negations.LongestAt(text, j) is not { } negation || j + negation.Folded.Length >= text.Tokens.Length) continue;
                matches.Add(new ConceptMatch(sets + role.Meaning, j, negation.Folded.Length));
                break;
            }
            i = end - 1;
        }
    }
}
