using System.Runtime.InteropServices;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>How often words stand in the texts, alone and after one another: what a reader would expect to read.</summary>
public sealed class SyllableModel(Lexicon lexicon)
{
    private const float Smoothing = 0.05f;
    private const float PairShare = 0.9f;
    private const int LongestRepaired = 9;

    private readonly List<int> counts = [];
    private readonly PairCounts pairs = new();
    private float[] alone = [];
    private float[] logAlone = [];
    private float[] logUnseen = [];
    private int[][] byClass = [];
    private string[] sorted = [];
    private int[] sortedClasses = [];
    private Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byDeletion;
    private float unknown;
    private long total;

    /// <summary>The words, by number.</summary>
    public Lexicon Lexicon => lexicon;

    /// <summary>Takes a text's words in.</summary>
    public void Add(AnalyzedText text) => Add(text, null);

    /// <summary>Takes a text's words in and writes down their numbers.</summary>
    internal void Add(AnalyzedText text, List<int>? numbers)
    {
        var previous = -1;
        foreach (var token in text.Tokens)
        {
            var number = lexicon.Add(text.ExactOf(token), text.FoldedOf(token));
            if (number == counts.Count) counts.Add(0);
            CollectionsMarshal.AsSpan(counts)[number]++;
            total++;
            if (previous >= 0) pairs.Add(previous, number);
            numbers?.Add(number);
            previous = number;
        }
    }

    /// <summary>Makes the look-ups; nothing may be added afterwards.</summary>
    public SyllableModel Build()
    {
        alone = [.. counts.Select(count => (count + Smoothing) / (total + Smoothing * counts.Count))];
        logAlone = [.. alone.Select(a => MathF.Log(a))];
        logUnseen = [.. alone.Select(a => MathF.Log((1 - PairShare) * a))];
        unknown = Smoothing / (total + Smoothing * counts.Count);
        byClass = new int[lexicon.Classes][];
        for (var i = 0; i < byClass.Length; i++)
        {
            byClass[i] = lexicon.Members(i).ToArray();
            Array.Sort(byClass[i], (a, b) => counts[b].CompareTo(counts[a]) is not 0 and var order ? order : a.CompareTo(b));
        }
        var order = Enumerable.Range(0, lexicon.Classes).OrderBy(lexicon.Folded, StringComparer.Ordinal).ToArray();
        sorted = [.. order.Select(lexicon.Folded)];
        sortedClasses = order;
        byDeletion = Enumerable.Range(0, lexicon.Classes).Where(c => lexicon.Folded(c) is { Length: >= 2 and <= LongestRepaired } folded && folded.All(char.IsLetter))
            .SelectMany(c => Deletions(lexicon.Folded(c)).Distinct().Select(d => (Deletion: d, Class: c)))
            .GroupBy(d => d.Deletion).ToDictionary(g => g.Key, g => g.Select(d => d.Class).ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();
        return this;
    }

    /// <summary>How often a word stands behind another; unknown words are below zero.</summary>
    public int Count(int previous, int word) => previous < 0 || word < 0 ? 0 : pairs[previous, word];

    /// <summary>The words of a class, the most frequent first.</summary>
    internal ReadOnlySpan<int> WithClass(int @class) => @class < 0 ? [] : byClass[@class];

    /// <summary>The classes whose words have this left when one letter, or none, is taken away.</summary>
    internal ReadOnlySpan<int> WithDeletion(ReadOnlySpan<char> left) => byDeletion.TryGetValue(left, out var found) ? found : [];

    /// <summary>The classes whose words begin with these letters and are longer.</summary>
    internal ReadOnlySpan<int> WithPrefix(ReadOnlySpan<char> folded)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].AsSpan().SequenceCompareTo(folded) <= 0) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < sorted.Length && sorted[end].AsSpan().StartsWith(folded)) end++;
        return sortedClasses.AsSpan(low, end - low);
    }

    /// <summary>The logarithm of how probable a word is after another; unknown words are below zero.</summary>
    public float LogProbability(int previous, int word)
    {
        if (word < 0) return MathF.Log(previous < 0 ? unknown : (1 - PairShare) * unknown);
        if (previous < 0) return logAlone[word];
        return pairs[previous, word] is > 0 and var together ? MathF.Log(PairShare * together / counts[previous] + (1 - PairShare) * alone[word]) : logUnseen[word];
    }

    private static IEnumerable<string> Deletions(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++) yield return word.Remove(i, 1);
    }
}
