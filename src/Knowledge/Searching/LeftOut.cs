using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>What an omission takes from one passage: for each term of the left-out question, how often it no longer stands there.</summary>
internal sealed class LeftOut
{
    private readonly PassageIndex index;
    private readonly Dictionary<int, float> taken = [];
    private readonly float length;

    private LeftOut(PassageIndex index, int passage, float length) => (this.index, Passage, this.length) = (index, passage, length);

    public int Passage { get; }

    public static LeftOut From(PassageIndex index, Omission omission)
    {
        var analyzed = index.Analyzer.Analyze(omission.Question);
        var left = new LeftOut(index, omission.Passage, index.LengthOf(omission.Passage) - analyzed.Text.Tokens.Length);
        var terms = new List<FoundTerm>();
        TermReader.Read(analyzed, index.WordNumber, terms, isHeading: false);
        foreach (var (term, _, _) in terms)
            if (index.TermNumber(term) is >= 0 and var id)
                left.taken[id] = left.taken.GetValueOrDefault(id) + 1;
        return left;
    }

    /// <summary>Whether the term stands in the passage only because of the question.</summary>
    public bool TakesAway(int term) => Remaining(term) is <= 0.001f;

    /// <summary>How much rarer a term is without the question: 1 where the passage holds it all the same.</summary>
    public float Rarer(int term)
    {
        var holders = index.PassagesOf(term).Length;
        return TakesAway(term) ? index.Rarity(holders - 1) / index.Rarity(holders) : 1;
    }

    /// <summary>What a term that the passage holds is still worth in it.</summary>
    public float Impact(int term, Field field) => Remaining(term) is > 0.001f and var remaining ? index.Impact(field, index.PassagesOf(term).Length, remaining, length) : 0;

    // Null where the passage does not hold the term at all.
    private float? Remaining(int term)
    {
        var at = index.PassagesOf(term).BinarySearch(Passage);
        return at < 0 ? null : index.FrequenciesOf(term)[at] - taken.GetValueOrDefault(term);
    }
}
