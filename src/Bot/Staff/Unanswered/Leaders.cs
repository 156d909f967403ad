using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Knowledge.Answers;

namespace Bot.Staff.Unanswered;

/// <summary>Questions that others gather around: each new one finds the leader that it is most like, or becomes a leader itself.</summary>
/// <param name="weight">How much a word counts.</param>
public sealed class Leaders(Func<string, double> weight)
{
    private readonly List<(int Leader, ImmutableArray<string> Gist)> gists = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    /// <summary>How many there are; each is known by its number in the order in which they came.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a leader, with every way to read it.</summary>
    public void Add(ReadQuestion question)
    {
        foreach (var gist in question.Gists)
        {
            foreach (var word in gist) (CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(gists.Count);
            gists.Add((Count, gist));
        }
        Count++;
    }

    /// <summary>The leader that a question is most like, the earliest of equals; null where it is like none.</summary>
    public int? Nearest(ReadQuestion question)
    {
        var (nearest, most) = ((int?)null, 0.0);
        foreach (var gist in question.Gists)
        {
            foreach (var candidate in Candidates(gist))
            {
                var likeness = Likeness.Of(gist, gists[candidate].Gist, weight);
                if (likeness < Likeness.Alike || likeness < most || likeness == most && gists[candidate].Leader > nearest) continue;
                (nearest, most) = (gists[candidate].Leader, likeness);
            }
        }
        return nearest;
    }

    // Whoever is alike shares half of the weight at least, and so one of the rarest words that make up more than the other half.
    private HashSet<int> Candidates(ImmutableArray<string> gist)
    {
        var (met, rest) = (new HashSet<int>(), gist.Sum(weight) * (1 - Likeness.Alike));
        foreach (var word in gist.OrderByDescending(weight))
        {
            if (byWord.TryGetValue(word, out var all)) met.UnionWith(all);
            if ((rest -= weight(word)) < 0) break;
        }
        return met;
    }
}
