using System.Text;
using Knowledge.Analysis;

namespace Bench;

/// <summary>Types a text as people in a hurry do; the same random numbers make the same slips.</summary>
internal static class BadTyping
{
    private const string Keys = "qwertyuiopasdfghjklzxcvbnm";

    /// <summary>A third each: without diacritics, with one slip in every second word, as raw Telex keystrokes.</summary>
    public static string Any(string text, int number, Random random) => (number % 3) switch
    {
        0 => Letters.Fold(text),
        1 => string.Join(' ', text.Split(' ').Select((word, i) => i % 2 == 0 ? Slip(word, random) : word)),
        _ => string.Join(' ', text.Split(' ').Select(Telex)),
    };

    /// <summary>A word with one letter swapped, dropped, doubled or struck wrong; one letter stays as it is.</summary>
    public static string Slip(string word, Random random)
    {
        if (word.Length < 2) return word;
        var at = random.Next(word.Length - 1);
        return random.Next(4) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, word[at].ToString()),
            _ => word[..at] + Keys[random.Next(Keys.Length)] + word[(at + 1)..],
        };
    }

    /// <summary>The keys of a word with the input method off, the tone key last.</summary>
    public static string Telex(string word)
    {
        var (keys, tone) = (new StringBuilder(), "");
        foreach (var letter in word)
        {
            keys.Append(Letters.WithoutTone(letter) switch { 'ă' => "aw", 'â' => "aa", 'ê' => "ee", 'ô' => "oo", 'ơ' => "ow", 'ư' => "uw", 'đ' => "dd", var plain => plain.ToString() });
            tone += Letters.ToneOf(letter) switch { '\u0301' => "s", '\u0300' => "f", '\u0309' => "r", '\u0303' => "x", '\u0323' => "j", _ => "" };
        }
        return keys + tone;
    }
}
