namespace Bot.Staff.Notices.Form;

/// <summary>What is typed into a box, a thing a line.</summary>
internal static class FormLines
{
    /// <summary>The lines with something on them.</summary>
    public static string[] Of(string? box) =>
        (box ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines as label and value; of a line without a colon all is the label.</summary>
    public static IEnumerable<(string Label, string Value)> Pairs(string? box) => Of(box).Select(line =>
        line.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? (line[..at].Trim(), line[(at + 1)..].Trim()) : (line, ""));
}
