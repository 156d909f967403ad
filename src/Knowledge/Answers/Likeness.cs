namespace Knowledge.Answers;

/// <summary>How alike two questions are, by their gists (<see cref="Librarian.Gist"/>).</summary>
public static class Likeness
{
    /// <summary>From here on two questions are held for one in other words.</summary>
    public const double Alike = 0.5;

    /// <summary>What the codes of what is asked begin with in a gist, so that none is taken for a word.</summary>
    public const char Aspect = '?';

    /// <summary>The share of what either says that both say (0 to 1); nothing where they ask different things of a matter.</summary>
    /// <param name="weight">How much a word counts; by default all the same.</param>
    public static double Of(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other, Func<string, double>? weight = null)
    {
        if (AskDifferently(one, other)) return 0;
        var both = Sum(one.Intersect(other));
        return both == 0 ? 0 : both / (Sum(one) + Sum(other) - both);

        double Sum(IEnumerable<string> words) => weight is null ? words.Count() : words.Sum(weight);
    }

    /// <summary>Whether each asks something of a matter, and nothing that the other asks.</summary>
    public static bool AskDifferently(IEnumerable<string> one, IEnumerable<string> other)
    {
        var asked = one.Where(IsAspect).ToList();
        return asked.Count > 0 && other.Any(IsAspect) && !other.Any(asked.Contains);
    }

    private static bool IsAspect(string word) => word.StartsWith(Aspect);
}
