using System.Globalization;

namespace Bot.Channels.Fitting;

/// <summary>Where a text that is too long for one message is parted: between paragraphs, lines, sentences or words, as a reader would.</summary>
public static class Seam
{
    /// <summary>Where a part ends that begins at <paramref name="start"/> and has at most <paramref name="length"/> characters of a text that has more.</summary>
    /// <param name="least">How long a part should be: a place of a better kind before that is not worth the messages that it would cost.</param>
    /// <param name="whole">What must not be parted, from and to where.</param>
    public static int After(string text, int start, int length, int least, IReadOnlyList<(int From, int To)> whole)
    {
        var (line, sentence, word) = (0, 0, 0);
        for (var at = start + length; at > start; at--)
        {
            if (text[at] is not (' ' or '\n' or '\t') || IsMark(text, at + 1) || IsIn(whole, at)) continue;
            var isLongEnough = at - start >= least;
            if (!isLongEnough && word > 0) break;
            if (word == 0) word = at;
            if (text[at] == '\n')
            {
                if (text[at - 1] == '\n' || (at + 1 < text.Length && text[at + 1] == '\n')) return at;
                if (line == 0) line = at;
            }
            else if (sentence == 0 && Sentences.EndAt(text.AsSpan(start), at - start)) sentence = at;
        }
        if (line > 0) return line;
        if (sentence > 0) return sentence;
        return word > 0 ? word : start + Within(text.AsSpan(start), length);
    }

    /// <summary>The most characters up to a length that part no letter from its marks, no emoji and, where it can be helped, no address.</summary>
    public static int Within(ReadOnlySpan<char> text, int length)
    {
        if (text.Length <= length) return text.Length;
        // Three more: where only "h" of it would still have been in.
        var address = text[..Math.Min(text.Length, length + 3)].LastIndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (address > 0 && text[address..] is var rest && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            var before = text[..address].TrimEnd("([<“\"").Length;
            if (before > 0 && !rest[..(length - address)].ContainsAny(' ', '\n')) return before;
        }
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text[end..]) is var next && end + next <= length) end += next;
        if (end > 0) return end;
        // One letter with more marks than a message can hold.
        return char.IsHighSurrogate(text[length - 1]) && length > 1 ? length - 1 : length;
    }

    private static bool IsMark(string text, int at) => at < text.Length && text[at] > 'ÿ' &&
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsIn(IReadOnlyList<(int From, int To)> whole, int at)
    {
        for (var i = 0; i < whole.Count; i++) if (whole[i].From < at && at < whole[i].To) return true;
        return false;
    }
}
