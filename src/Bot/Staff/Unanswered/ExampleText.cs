using System.Text.RegularExpressions;

namespace Bot.Staff.Unanswered;

/// <summary>Writes an example question into the text of a notice so that every other line of it stays as it was.</summary>
public static partial class ExampleText
{
    private const string Key = "questions:";

    /// <summary>The text with one more question below a section; null where its front matter is written in a way that has to be edited by hand.</summary>
    public static string? With(string text, string section, string question)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split(end).ToList();
        var close = lines.FindIndex(1, line => line == "---");
        if (lines[0] != "---" || close < 0) return null;
        var key = lines.FindIndex(0, close, line => line.StartsWith(Key, StringComparison.Ordinal));
        if (key < 0) lines.InsertRange(close, [Key, $"  {section}:", $"    - {Quoted(question)}"]);
        else if (Empty().IsMatch(lines[key])) Replace(lines, key, [Key, $"  {section}:", $"    - {Quoted(question)}"]);
        else if (!Open().IsMatch(lines[key]) || !Insert(lines, key, close, section, question)) return null;
        return string.Join(end, lines);
    }

    private static void Replace(List<string> lines, int at, string[] by)
    {
        lines.RemoveAt(at);
        lines.InsertRange(at, by);
    }

    private static bool Insert(List<string> lines, int key, int close, string section, string question)
    {
        var after = After(lines, key, close, 0);
        var first = lines.FindIndex(key + 1, after - key - 1, line => SectionKey().IsMatch(line));
        if (first < 0) return false;
        var margin = lines[first][..Indent(lines[first])];
        var own = lines.FindIndex(first, after - first, line => Indent(line) == margin.Length && SectionKey().Match(line).Groups["section"].Value == section);
        if (own < 0)
        {
            lines.InsertRange(after, [$"{margin}{section}:", $"{margin}  - {Quoted(question)}"]);
            return true;
        }
        var last = After(lines, own, after, margin.Length);
        var item = lines.FindIndex(own + 1, last - own - 1, line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        // A list within brackets, or none.
        if (item < 0) return false;
        lines.Insert(last, lines[item][..Indent(lines[item])] + "- " + Quoted(question));
        return true;
    }

    // The line after the last that belongs below a key: what stands further in, and the points of a list. Blank lines and comments at the end are not its own.
    private static int After(List<string> lines, int key, int close, int indent)
    {
        var after = key + 1;
        for (var i = key + 1; i < close; i++)
        {
            if (IsSilent(lines[i])) continue;
            if (Indent(lines[i]) < indent || Indent(lines[i]) == indent && !lines[i].AsSpan(indent).StartsWith("- ")) break;
            after = i + 1;
        }
        return after;
    }

    private static bool IsSilent(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    // Anything but plain words could mean something to YAML.
    private static string Quoted(string question) =>
        Unquoted().IsMatch(question) ? question : $"\"{string.Concat(question.Select(Escaped))}\"";

    private static string Escaped(char letter) => letter is '"' or '\\' ? "\\" + letter : char.IsControl(letter) ? " " : letter.ToString();

    [GeneratedRegex(@"^questions:\s*\{\s*\}\s*(?:#.*)?$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^questions:\s*(?:#.*)?$")]
    private static partial Regex Open();

    [GeneratedRegex(@"^ +(?<section>[A-Za-z0-9-]+):(?: |$)")]
    private static partial Regex SectionKey();

    [GeneratedRegex(@"^(?=.* )\p{L}[\p{L}\p{M} ,?/()0-9]*(?<! )\z")]
    private static partial Regex Unquoted();
}
