using Knowledge.Analysis;

namespace Bot.Conversations;

/// <summary>Puts the part of a long text that answers first, so that it is not what is cut off.</summary>
public static class Leading
{
    /// <summary>The markdown text; where it is longer than so many characters and what was asked stands further down, with that paragraph or point first.</summary>
    /// <param name="asked">What the question is about: its words, without diacritics.</param>
    public static string First(string markdown, int length, IReadOnlySet<string> asked)
    {
        if (markdown.Length <= length || asked.Count == 0) return markdown;
        var lines = markdown.Split('\n');
        var (best, most, at, bestAt) = (0, -1, 0, 0);
        for (var i = 0; i < lines.Length; at += lines[i].Length + 1, i++)
        {
            var held = Held(lines[i], asked);
            if (held > most) (best, most, bestAt) = (i, held, at);
        }
        // What stands within the length is read anyway; a single word more is no reason to turn a text round.
        if (bestAt + lines[best].Length <= length || most < Held(lines[0], asked) + 2) return markdown;
        return lines[best].TrimStart('-', ' ') + "\n\n" + string.Join('\n', lines.Where((_, i) => i != best));
    }

    /// <summary>The text without the word that it begins with, where it is one of some.</summary>
    public static string Without(string markdown, IEnumerable<string> words) =>
        words.FirstOrDefault(word => markdown.StartsWith(word + " ", StringComparison.Ordinal)) is { } lead ? markdown[(lead.Length + 1)..] : markdown;

    private static int Held(string line, IReadOnlySet<string> asked)
    {
        var text = Tokenizer.Tokenize(Normalizer.Normalize(line));
        var words = text.Tokens.Select(t => text.FoldedOf(t).ToString()).ToHashSet();
        return asked.Count(words.Contains);
    }
}
