namespace Bot.Conversations;

/// <summary>Cuts a text where a reader would: after a paragraph, a list item or a sentence, never within a word.</summary>
public static class Shortened
{
    /// <summary>The beginning of a markdown text in at most so many characters; null when the whole fits.</summary>
    public static string? To(string markdown, int length)
    {
        if (markdown.Length <= length) return null;
        var cut = markdown[..length];
        var end = Math.Max(cut.LastIndexOf('\n'), LastSentenceEnd(cut));
        if (end < length / 3) end = cut.LastIndexOf(' ');
        return markdown[..Math.Max(end, 1)].TrimEnd() is var kept && kept.EndsWith('.') ? kept : kept + " …";
    }

    /// <summary>The beginning of a plain text on one line, with an ellipsis where it was cut.</summary>
    public static string Plain(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;
        var space = line.LastIndexOf(' ', length - 2);
        return line[..(space > 0 ? space : length - 2)] + " …";
    }

    // A full stop followed by a space: one within a number or an address ends no sentence.
    private static int LastSentenceEnd(string text)
    {
        var at = text.LastIndexOf(". ", StringComparison.Ordinal);
        return at < 0 ? -1 : at + 1;
    }
}
