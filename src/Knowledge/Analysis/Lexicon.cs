using System.Runtime.InteropServices;

namespace Knowledge.Analysis;

/// <summary>Every word that stands in the texts, by number, and its class: the words that are the same without diacritics.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int> classes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numberOf;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> classOf;
    private readonly List<string> words = [];
    private readonly List<int> wordClasses = [];
    private readonly List<string> folded = [];
    private readonly List<List<int>> members = [];

    public Lexicon()
    {
        numberOf = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        classOf = classes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many words there are, numbered from 0.</summary>
    public int Words => words.Count;

    /// <summary>How many classes there are, numbered from 0.</summary>
    public int Classes => folded.Count;

    /// <summary>The number of a word; below zero when it stands nowhere.</summary>
    public int Find(ReadOnlySpan<char> word) => numberOf.TryGetValue(word, out var number) ? number : -1;

    /// <summary>The class of a word without diacritics; below zero when no word is like it.</summary>
    public int FindClass(ReadOnlySpan<char> folded) => classOf.TryGetValue(folded, out var number) ? number : -1;

    /// <summary>A word by its number.</summary>
    public string Word(int number) => words[number];

    /// <summary>The class of a word by its number.</summary>
    public int ClassOf(int number) => wordClasses[number];

    /// <summary>What the words of a class are without diacritics.</summary>
    public string Folded(int @class) => folded[@class];

    /// <summary>The words of a class.</summary>
    public ReadOnlySpan<int> Members(int @class) => CollectionsMarshal.AsSpan(members[@class]);

    /// <summary>The number of a word, which gets one if it has none.</summary>
    internal int Add(ReadOnlySpan<char> word, ReadOnlySpan<char> withoutDiacritics)
    {
        if (numberOf.TryGetValue(word, out var number)) return number;
        numbers.Add(word.ToString(), number = words.Count);
        words.Add(word.ToString());
        if (!classOf.TryGetValue(withoutDiacritics, out var @class))
        {
            classes.Add(withoutDiacritics.ToString(), @class = folded.Count);
            folded.Add(withoutDiacritics.ToString());
            members.Add([]);
        }
        wordClasses.Add(@class);
        members[@class].Add(number);
        return number;
    }
}
