using System.Collections.Frozen;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Text pasted from documents in the fonts of before Unicode, TCVN3 (ABC) or VNI-Windows, brought to Unicode.</summary>
public static class LegacyText
{
    private const string TcvnLetters = "àµá¸ả¶ã·ạ¹ă¨ằ»ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞòßóãỏáõâọäô«ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00ADừõứøửöữ÷ựùỳúýýỷûỹüỵþĂ¡Â¢Đ§Ê£Ô¤Ơ¥Ư¦";

    private static readonly FrozenDictionary<char, char> Tcvn = TcvnLetters.Chunk(2).ToFrozenDictionary(pair => pair[1], pair => pair[0]);

    // VNI writes a vowel and, behind it, a letter that stands for its tone or its shape and tone.
    private static readonly FrozenDictionary<char, string> VniMarks = new Dictionary<char, string>
    {
        ['ù'] = "\u0301", ['ø'] = "\u0300", ['û'] = "\u0309", ['õ'] = "\u0303", ['ï'] = "\u0323",
        ['â'] = "\u0302", ['á'] = "\u0302\u0301", ['à'] = "\u0302\u0300", ['å'] = "\u0302\u0309", ['ã'] = "\u0302\u0303", ['ä'] = "\u0302\u0323",
        ['ê'] = "\u0306", ['é'] = "\u0306\u0301", ['è'] = "\u0306\u0300", ['ú'] = "\u0306\u0309", ['ü'] = "\u0306\u0303", ['ë'] = "\u0306\u0323",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> VniLetters = new Dictionary<char, char>
    {
        ['ô'] = 'ơ', ['ö'] = 'ư', ['ñ'] = 'đ', ['æ'] = 'ỉ', ['ó'] = 'ĩ', ['ò'] = 'ị', ['î'] = 'ỵ',
    }.ToFrozenDictionary();

    /// <summary>The text in Unicode; the same text when it already is, or when no reading of it is better Vietnamese.</summary>
    public static string ToUnicode(string text)
    {
        // Letters that only Unicode has, or nothing beyond ASCII: there is nothing to convert.
        if (text.AsSpan().IndexOfAnyInRange('\u0100', '\u1EFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\u00A1', '\u00FF') < 0) return text;
        var (best, most) = (text, Share(text));
        foreach (var reading in (string[])[FromTcvn(text), FromVni(text)])
            if (Share(reading) is var share && share > most + 0.1f)
                (best, most) = (reading, share);
        return best;
    }

    private static string FromTcvn(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Tcvn.GetValueOrDefault(from[i], from[i]);
    });

    private static string FromVni(string text)
    {
        var read = new System.Text.StringBuilder(text.Length + 8);
        foreach (var letter in text.ToLowerInvariant())
        {
            var before = read.Length > 0 ? read[^1] : ' ';
            if ("aeouyươ".Contains(before) && VniMarks.TryGetValue(letter, out var marks)) read.Append(marks);
            else read.Append(VniLetters.GetValueOrDefault(letter, letter));
        }
        return read.ToString().Normalize();
    }

    // The share of words that are syllables; a word with a sign between its letters is none.
    private static float Share(string text)
    {
        var (all, good) = (0, 0);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].Trim(",.;:?!()\"").ToString().Normalize().ToLowerInvariant();
            if (word.Length == 0 || !char.IsLetter(word[0])) continue;
            all++;
            if (Syllables.IsSyllable(word)) good++;
        }
        return all == 0 ? 0 : (float)good / all;
    }
}
