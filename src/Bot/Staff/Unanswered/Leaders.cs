using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Knowledge.Answers;

namespace Bot.Staff.Unanswered;

/// <summary>Gists that others gather around: each new one finds the leader that it is most like, or becomes a leader itself.</summary>
/// <param name="weight">How much a word counts.</param>
public sealed class Leaders(Func<string, double> weight)
{
    private readonly List<(ImmutableArray<string> Gist, double Weight)> leaders = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    // What each leader shares with the gist that is looked at; kept between two looks, since most of it stays empty.
    private readonly List<double> shared = [];

    /// <summary>How many there are; each is known by its number in the order in which they came.</summary>
    public int Count => leaders.Count;

    public void Add(ImmutableArray<string> gist)
    {
        foreach (var word in gist)
        {
            ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _);
            (all ??= []).Add(leaders.Count);
        }
        leaders.Add((gist, gist.Sum(weight)));
        shared.Add(0);
    }

    /// <summary>The leader that a gist is most like, the earliest of equals; null where it is like none.</summary>
    public int? Nearest(ImmutableArray<string> gist)
    {
        var met = new List<int>();
        foreach (var word in gist)
        {
            if (!byWord.TryGetValue(word, out var all)) continue;
            var counts = weight(word);
            foreach (var leader in all)
            {
                if (shared[leader] == 0) met.Add(leader);
                shared[leader] += counts;
            }
        }
        var (nearest, most, own) = ((int?)null, 0.0, gist.Sum(weight));
        foreach (var leader in met)
        {
            var likeness = shared[leader] / (own + leaders[leader].Weight - shared[leader]);
            shared[leader] = 0;
            if (likeness < Likeness.Alike || likeness < most || likeness == most && leader > nearest || Likeness.AskDifferently(gist, leaders[leader].Gist)) continue;
            (nearest, most) = (leader, likeness);
        }
        return nearest;
    }
}
