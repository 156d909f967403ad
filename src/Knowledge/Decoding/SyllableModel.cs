namespace Knowledge.Decoding;

/// <summary>How often words stand in the texts, alone and after one another: what a reader would expect to read.</summary>
public sealed class SyllableModel
{
    private const float Smoothing = 0.05f;
    private const float PairShare = 0.9f;
    private const int LongestRepaired = 9;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> words = [];
    private readonly List<int> counts = [];
    private readonly Dictionary<long, int> pairs = [];
    private Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byFolded;
    private Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byDeletion;
    private long total;

    public SyllableModel() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes a text's words in.</summary>
    public void Add(Analysis.AnalyzedText text, int times = 1)
    {
        var previous = -1;
        foreach (var token in text.Tokens)
        {
            var number = NumberOrNew(text.ExactOf(token));
            counts[number] += times;
            total += times;
            if (previous >= 0) pairs[Pair(previous, number)] = pairs.GetValueOrDefault(Pair(previous, number)) + times;
            previous = number;
        }
    }

    /// <summary>Makes the look-ups; nothing may be added afterwards.</summary>
    public SyllableModel Build()
    {
        var common = Enumerable.Range(0, words.Count).OrderByDescending(n => counts[n]).ToArray();
        byFolded = common.GroupBy(n => Analysis.Letters.Fold(words[n])).ToDictionary(g => g.Key, g => g.Take(12).ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();
        byDeletion = common.Where(n => words[n].Length is >= 2 and <= LongestRepaired && words[n].All(char.IsLetter))
            .SelectMany(n => Deletions(Analysis.Letters.Fold(words[n])).Distinct().Select(d => (Deletion: d, Word: n)))
            .GroupBy(d => d.Deletion).ToDictionary(g => g.Key, g => g.Select(d => d.Word).ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();
        return this;
    }

    /// <summary>The number of a word; below zero when it stands nowhere.</summary>
    public int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? number : -1;

    /// <summary>A word by its number.</summary>
    public string Word(int number) => words[number];

    /// <summary>How often a word stands in the texts.</summary>
    public int Count(int number) => counts[number];

    /// <summary>The words that fold to a folded one, the most frequent first, twelve at most.</summary>
    internal ReadOnlySpan<int> WithFolded(ReadOnlySpan<char> folded) => byFolded.TryGetValue(folded, out var found) ? found : [];

    /// <summary>The words whose folded form has this left when one letter, or none, is taken away.</summary>
    internal ReadOnlySpan<int> WithDeletion(ReadOnlySpan<char> left) => byDeletion.TryGetValue(left, out var found) ? found : [];

    /// <summary>The logarithm of how probable a word is after another; unknown words are below zero.</summary>
    public float LogProbability(int previous, int word)
    {
        var alone = ((word < 0 ? 0 : counts[word]) + Smoothing) / (total + Smoothing * words.Count);
        if (previous < 0) return MathF.Log(alone);
        var together = word < 0 ? 0 : pairs.GetValueOrDefault(Pair(previous, word));
        return MathF.Log(PairShare * together / counts[previous] + (1 - PairShare) * alone);
    }

    internal static IEnumerable<string> Deletions(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++) yield return word.Remove(i, 1);
    }

    private int NumberOrNew(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var number)) return number;
        numbers.Add(word.ToString(), number = words.Count);
        words.Add(word.ToString());
        counts.Add(0);
        return number;
    }

    private static long Pair(int first, int second) => (long)first << 32 | (uint)second;
}
