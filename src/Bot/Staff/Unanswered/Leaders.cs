using System.Collections.Immutable;
using Knowledge.Answers;

namespace Bot.Staff.Unanswered;

/// <summary>Questions that others gather around: each new one finds the leader that it is most like, or becomes a leader itself.</summary>
/// <param name="weight">How much a word counts.</param>
public sealed class Leaders(Func<string, double> weight)
{
    private readonly List<(int Leader, ImmutableArray<string> Gist, double Weight)> gists = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    // What each gist shares with the one that is looked at: zero again after each look, so that none begins with clearing it all.
    private readonly List<double> shared = [];

    /// <summary>How many there are; each is known by its number in the order in which they came.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a leader, as it was typed and as it is understood.</summary>
    public void Add(ReadQuestion question)
    {
        Add(question.Typed);
        if (!question.Understood.AsSpan().SequenceEqual(question.Typed.AsSpan())) Add(question.Understood);
        Count++;
    }

    /// <summary>The leader that a question is most like, the earliest of equals; null where it is like none.</summary>
    public int? Nearest(ReadQuestion question) => Nearest(question.Typed) ?? Nearest(question.Understood);

    private void Add(ImmutableArray<string> gist)
    {
        foreach (var word in gist)
        {
            if (!byWord.TryGetValue(word, out var all)) byWord[word] = all = [];
            all.Add(gists.Count);
        }
        gists.Add((Count, gist, gist.Sum(Weight)));
        shared.Add(0);
    }

    private int? Nearest(ImmutableArray<string> gist)
    {
        var met = new List<int>();
        foreach (var word in gist)
        {
            if (!byWord.TryGetValue(word, out var all)) continue;
            var counts = Weight(word);
            foreach (var other in all)
            {
                if (shared[other] == 0) met.Add(other);
                shared[other] += counts;
            }
        }
        var (nearest, most, own) = ((int?)null, 0.0, gist.Sum(Weight));
        foreach (var other in met)
        {
            var likeness = shared[other] / (own + gists[other].Weight - shared[other]);
            shared[other] = 0;
            if (likeness < Likeness.Alike || likeness < most || likeness == most && gists[other].Leader > nearest) continue;
            if (!Likeness.AskDifferently(gist, gists[other].Gist)) (nearest, most) = (gists[other].Leader, likeness);
        }
        return nearest;
    }

    private double Weight(string word)
    {
        if (!weights.TryGetValue(word, out var known)) weights[word] = known = weight(word);
        return known;
    }
}
