using System.Collections.Frozen;

namespace Bot.Channels.Fitting;

/// <summary>Where a Vietnamese sentence ends: not after a title, a place's kind, an initial or the number of a point.</summary>
public static class Sentences
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = ((string[])
    [
        "TP", "Tp", "tp", "TX", "Tx", "tx", "TT", "Tt", "tt", "KP", "QL", "q", "p",
        "ThS", "Ths", "TS", "GS", "PGS", "BS", "Bs", "BSCK", "BSCKI", "BSCKII", "CK", "CKI", "CKII", "DS", "DSCK", "CN", "KS", "LS", "ĐD", "KTV", "YS",
        "KT", "TM", "TL", "TUQ", "GĐ", "PGĐ", "CT", "PCT",
        "ĐT", "SĐT", "ĐC", "Tel", "tel", "Fax", "No", "tr", "Tr", "vd", "VD", "Vd", "NXB", "Nxb", "Cty", "Mr", "Mrs", "Ms", "Dr",
    ]).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a sentence ends right before a place in a text, which is a space.</summary>
    public static bool EndAt(ReadOnlySpan<char> text, int place)
    {
        var before = text[..place].TrimEnd("”’»\")]*_");
        if (before.IsEmpty) return false;
        if (before[^1] is '!' or '?' or '…') return true;
        if (before[^1] != '.') return false;
        var rest = text[place..].TrimStart();
        if (rest.IsEmpty) return true;
        if (char.IsLower(rest[0])) return false;
        before = before[..^1];
        var start = before.LastIndexOfAny(" \n\t") + 1;
        var word = before[start..].TrimStart("“‘«\"([*_");
        // A capital alone is an initial ("Q. 1", "Nguyễn V. An"); a small letter may be a word: "Không có gì ạ."
        if (word.IsEmpty || (word.Length == 1 && char.IsUpper(word[0]))) return false;
        return !Abbreviations.Contains(word) && !IsLettersBetweenStops(word) && !IsPointNumber(text, start, word);
    }

    // "v.v", "U.B.N.D", "Th.S": full stops between letters belong to an abbreviation.
    private static bool IsLettersBetweenStops(ReadOnlySpan<char> word)
    {
        var stop = word.IndexOf('.');
        if (stop < 0) return false;
        while (stop >= 0)
        {
            if (stop is 0 or > 2 || !char.IsLetter(word[0])) return false;
            word = word[(stop + 1)..];
            stop = word.IndexOf('.');
        }
        return word.Length is > 0 and <= 2 && char.IsLetter(word[0]);
    }

    // "1. Nộp hồ sơ", "2.1. Nơi nộp" at the beginning of a line.
    private static bool IsPointNumber(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyExcept(".0123456789")) return false;
        return text[(text[..start].LastIndexOf('\n') + 1)..start].Trim(" •").IsEmpty;
    }
}
