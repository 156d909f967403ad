using System.Globalization;
using System.Text;

namespace Bot.Staff.Word.Reading;

/// <summary>A number in the ways that lists count: figures, Roman numerals, letters.</summary>
internal static class Counting
{
    private const int LargestRoman = 3999;
    private const int MostLetters = 26 * 5;

    private static readonly (int Value, string Numeral)[] Romans =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>As one of Word's formats has it; an unknown format, and what is out of its bounds, in figures.</summary>
    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "upperRoman" when number is > 0 and <= LargestRoman => Roman(number),
        "lowerRoman" when number is > 0 and <= LargestRoman => Roman(number).ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= MostLetters => Letter(number, 'A'),
        "lowerLetter" when number is > 0 and <= MostLetters => Letter(number, 'a'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // After z comes aa, then bb.
    private static string Letter(int number, char first) => new((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        var written = new StringBuilder();
        foreach (var (value, numeral) in Romans)
            for (; number >= value; number -= value) written.Append(numeral);
        return written.ToString();
    }
}
