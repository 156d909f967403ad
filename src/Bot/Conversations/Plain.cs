using System.Text.RegularExpressions;

namespace Bot.Conversations;

/// <summary>Text that people have typed, as markdown that shows it as it stands: nothing in it is markup but the addresses.</summary>
public static partial class Plain
{
    /// <summary>The markdown; lines stay lines.</summary>
    public static string Text(string text) =>
        string.Join("\\\n", text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => LineStart().Replace(Line(line.Trim()), @"$1\$2")));

    // Addresses stay whole: a sign that is escaped within them would be part of them.
    private static string Line(string line) => Address().Replace(line, match => match.Groups["address"].Success ? $"<{match.Value}>" : "\\" + match.Value);

    [GeneratedRegex(@"(?<address>https?://[^\s<>""\\`|\[\]{}*]*[^\s<>""\\`|\[\]{}.,;:!?)*])|[\\*_`\[\]<>{}~|&#!]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // What begins a list, a quotation or a line.
    [GeneratedRegex(@"^(\d{0,9})([+=.)-])(?<=^[+=-]|\d[.)])")]
    private static partial Regex LineStart();
}
