using System.Text.RegularExpressions;

namespace Bot.Staff.Notices.Form;

/// <summary>A key of a YAML mapping with the lines that it is written in, comments and all.</summary>
internal sealed partial record KeyBlock(string Key, string Lines)
{
    /// <summary>The keys of a mapping whose lines begin with so many blanks; what stands before the first key has an empty one.</summary>
    public static List<KeyBlock> Split(string lines, int indent)
    {
        var blocks = new List<KeyBlock>();
        foreach (var line in lines.Split('\n', StringSplitOptions.None).SkipLast(1).Select(line => line + "\n"))
        {
            var key = KeyLine().Match(line) is { Success: true } match && match.Groups[1].Length == indent ? match.Groups[2].Value : null;
            if (key is not null) blocks.Add(new KeyBlock(key, line));
            else if (blocks.Count == 0) blocks.Add(new KeyBlock("", line));
            else blocks[^1] = blocks[^1] with { Lines = blocks[^1].Lines + line };
        }
        return blocks;
    }

    /// <summary>Full lines of comment below the key: they stay when its value is written anew.</summary>
    public string Comments => string.Concat(Lines.Split('\n').Skip(1).Where(line => line.StartsWith('#')).Select(line => line + "\n"));

    [GeneratedRegex("^( *)([^\\s#:'\"{}\\[\\],-][^\\s:]*):(?=\\s)")]
    private static partial Regex KeyLine();
}
