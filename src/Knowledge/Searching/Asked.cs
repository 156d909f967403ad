using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>What a question asks the index for: its words, pairs and sets of synonyms, each with its worth. One at a time on a thread; reused.</summary>
internal sealed class Asked
{
    /// <summary>More different words than these are not looked for.</summary>
    public const int MostWords = 100;

    private const int Near = 3;
    private const byte ExactMark = 0x80;

    private readonly List<int> order = [];
    private byte[] marks = [];
    private byte[] conceptMarks = [];
    private PassageIndex index = null!;

    /// <summary>The different words.</summary>
    public List<AskedWord> Words { get; } = [];

    /// <summary>For each word of the question itself its number among <see cref="Words"/>, or below zero when no passage holds one like it.</summary>
    public List<int> Places { get; } = [];

    public List<AskedPair> Pairs { get; } = [];

    public List<AskedConcept> Concepts { get; } = [];

    /// <summary>How many of those are different.</summary>
    public int DifferentConcepts { get; private set; }

    /// <summary>For each word of the passages, by number: 0, or 1 + the number of the asked word that it is like, with the highest bit where it is the same.</summary>
    public ReadOnlySpan<byte> Marks => marks;

    /// <summary>For each set of synonyms: 0, or 1 + its place among the different ones of <see cref="Concepts"/>.</summary>
    public ReadOnlySpan<byte> ConceptMarks => conceptMarks;

    /// <summary>Reads a question.</summary>
    public void Begin(PassageIndex of)
    {
        index = of;
        if (marks.Length < index.Lexicon.Words) marks = new byte[index.Lexicon.Words];
        Words.Clear();
        Places.Clear();
        Pairs.Clear();
        Concepts.Clear();
        DifferentConcepts = 0;
    }

    /// <summary>Adds a question, or the one before it with a smaller weight.</summary>
    public void Add(AnalyzedQuestion question, float weight, bool isContext)
    {
        order.Clear();
        foreach (var token in question.Text.Tokens)
        {
            var place = Place(question.Text, token, weight);
            order.Add(place);
            if (!isContext) Places.Add(place);
        }
        for (var i = 0; i < order.Count; i++)
            for (var distance = 1; distance <= Near && i + distance < order.Count; distance++)
                AddPair(order[i], order[i + distance], distance == 1);
        foreach (var match in question.Concepts) AddConcept(question, match, weight, isContext);
    }

    /// <summary>Takes the marks away again.</summary>
    public void End()
    {
        foreach (var word in Words)
            foreach (var member in index.Lexicon.Members(word.Class))
                marks[member] = 0;
        foreach (var concept in Concepts) conceptMarks[concept.Concept] = 0;
    }

    /// <summary>Weighs anew as if a part of some passage were not there.</summary>
    /// <param name="whole">How often everything stands in the passage.</param>
    /// <param name="rest">The same without the part.</param>
    public void LeaveOut(PassageReading.Frequencies whole, PassageReading.Frequencies rest)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            var word = Words[i];
            if (whole.Words[i] > 0 && rest.Words[i] <= 0) word.Rarity = index.Rarity(index.Classes.Holders(word.Class) - 1);
            if (word.Exact >= 0 && whole.Exact[i] > 0 && rest.Exact[i] <= 0) word.ExactRarity = index.Rarity(index.HoldersOf(word.Exact) - 1);
            Words[i] = word;
        }
        for (var i = 0; i < Pairs.Count; i++)
            Pairs[i] = Pair(Pairs[i].First, Pairs[i].Second, Pairs[i].IsNext, (int)MathF.Round(whole.Pairs[i] - rest.Pairs[i]));
        for (var i = 0; i < Concepts.Count; i++)
            if (whole.Concepts[Concepts[i].Place] > 0 && rest.Concepts[Concepts[i].Place] <= 0)
                Concepts[i] = Concepts[i] with { Rarity = index.Rarity(index.Concepts.Holders(Concepts[i].Concept) - 1) };
    }

    private int Place(AnalyzedText text, Token token, float weight)
    {
        var @class = index.Lexicon.FindClass(text.FoldedOf(token));
        if (@class < 0 || index.Classes.Holders(@class) is not (> 0 and var holders)) return -1;
        var exact = token.IsMarked ? index.Lexicon.Find(text.ExactOf(token)) : -1;
        if (exact >= 0 && index.HoldersOf(exact) == 0) exact = -1;
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Class != @class) continue;
            var known = Words[i];
            known.Weight = MathF.Min(2, known.Weight + weight);
            if (exact >= 0 && known.Exact < 0) (known.Exact, known.ExactRarity) = (exact, index.Rarity(index.HoldersOf(exact)));
            if (exact >= 0) marks[exact] |= ExactMark;
            Words[i] = known;
            return i;
        }
        if (Words.Count == MostWords) return -1;
        Words.Add(new AskedWord { Class = @class, Exact = exact, Weight = weight, Rarity = index.Rarity(holders), ExactRarity = exact < 0 ? 0 : index.Rarity(index.HoldersOf(exact)) });
        foreach (var member in index.Lexicon.Members(@class)) marks[member] = (byte)Words.Count;
        if (exact >= 0) marks[exact] |= ExactMark;
        return Words.Count - 1;
    }

    private void AddPair(int first, int second, bool isNext)
    {
        if (first < 0 || second < 0 || first == second) return;
        for (var i = 0; i < Pairs.Count; i++)
        {
            if (Pairs[i].First != first || Pairs[i].Second != second) continue;
            if (isNext) Pairs[i] = Pairs[i] with { IsNext = true };
            return;
        }
        Pairs.Add(Pair(first, second, isNext));
    }

    private AskedPair Pair(int first, int second, bool isNext, int leftOut = 0)
    {
        var (a, b) = (Words[first], Words[second]);
        var near = (a.Rarity + b.Rarity) / 2;
        // How often the two stand in a row is known of words as written; counting passages instead would take an index of its own.
        var together = a.Exact >= 0 && b.Exact >= 0 ? index.Rarity(Math.Clamp(index.Model.Count(a.Exact, b.Exact) - leftOut, 0, index.Count)) : near;
        return new AskedPair(first, second, isNext, MathF.Min(a.Weight, b.Weight), together, near);
    }

    private void AddConcept(AnalyzedQuestion question, ConceptMatch match, float weight, bool isContext)
    {
        if (index.Concepts.Holders(match.Concept) is not (> 0 and var holders)) return;
        if (match.Concept >= conceptMarks.Length) Array.Resize(ref conceptMarks, Math.Max(64, 2 * match.Concept));
        var isNew = conceptMarks[match.Concept] == 0;
        if (isNew && DifferentConcepts == MostWords) return;
        if (isNew) conceptMarks[match.Concept] = (byte)++DifferentConcepts;
        var isSlot = isNew && !isContext;
        foreach (var other in question.Concepts) isSlot &= other.First != match.First || other.Length <= match.Length;
        var heading = index.HeadingConcepts.Holders(match.Concept) is > 0 and var headings ? index.Rarity(headings) : 0;
        Concepts.Add(new AskedConcept(match.Concept, conceptMarks[match.Concept] - 1, match.First, match.Length, isSlot, !isContext, isNew ? weight : 0, index.Rarity(holders), heading));
    }
}
