using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>What it costs to take one word for a slip of the hand on the way to another: a letter too many, too few, wrong, or two swapped.</summary>
internal static class Slips
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // For each letter those beside it on the keyboard, a bit for each.
    private static readonly uint[] Beside = Neighbours();

    /// <summary>The cost; infinite when more than one slip lies between them.</summary>
    public static float Cost(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, DecoderParameters costs)
    {
        if (Between(typed, meant, costs) is { } cost) return cost;
        Span<char> typedBare = stackalloc char[typed.Length];
        Span<char> meantBare = stackalloc char[meant.Length];
        for (var i = 0; i < typed.Length; i++) typedBare[i] = Letters.Fold(typed[i]);
        for (var i = 0; i < meant.Length; i++) meantBare[i] = Letters.Fold(meant[i]);
        // The diacritics that were typed speak for the word that has them.
        return Between(typedBare, meantBare, costs) is { } bare ? bare + costs.LostDiacritic * Math.Min(2, Lost(typed, meant)) : float.PositiveInfinity;
    }

    private static float? Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, DecoderParameters costs)
    {
        var i = a.CommonPrefixLength(b);
        if (a.Length == b.Length)
        {
            if (i == a.Length) return costs.Slip;
            if (a[(i + 1)..].SequenceEqual(b[(i + 1)..])) return AreNear(a[i], b[i]) ? costs.Slip : costs.Slip + costs.FarSlip;
            return i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[(i + 2)..].SequenceEqual(b[(i + 2)..]) ? costs.Slip - 0.5f : null;
        }
        if (a.Length == b.Length + 1 && a[(i + 1)..].SequenceEqual(b[i..]))
            return i > 0 && AreNear(a[i], a[i - 1]) || i + 1 < a.Length && AreNear(a[i], a[i + 1]) ? costs.Slip : costs.Slip + costs.FarSlip;
        return a.Length + 1 == b.Length && a[i..].SequenceEqual(b[(i + 1)..]) ? costs.Slip : null;
    }

    private static bool AreNear(char a, char b)
    {
        (a, b) = (Letters.Fold(a), Letters.Fold(b));
        return a == b || char.IsAsciiLetterLower(a) && char.IsAsciiLetterLower(b) && (Beside[a - 'a'] & 1u << b - 'a') != 0;
    }

    /// <summary>How many letters with a diacritic were typed that the meant word does not have.</summary>
    public static int Lost(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var lost = 0;
        foreach (var letter in typed)
            if (letter != Letters.Fold(letter) && !meant.Contains(letter))
                lost++;
        return lost;
    }

    private static uint[] Neighbours()
    {
        var beside = new uint[26];
        for (var row = 0; row < Rows.Length; row++)
            for (var i = 0; i < Rows[row].Length; i++)
                for (var other = Math.Max(0, row - 1); other <= Math.Min(Rows.Length - 1, row + 1); other++)
                    for (var j = Math.Max(0, i - 1); j <= Math.Min(Rows[other].Length - 1, i + 1); j++)
                        beside[Rows[row][i] - 'a'] |= 1u << Rows[other][j] - 'a';
        return beside;
    }
}
