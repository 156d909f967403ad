using System.Collections.Immutable;

namespace Bot.Staff.Notices.Form;

/// <summary>An example question as a line of a text box: the question, then behind an arrow what a right answer contains.</summary>
internal sealed record QuestionLine(string Ask, ImmutableArray<string> Contains)
{
    private const string Arrow = "=>";
    private const char Between = ';';

    /// <summary>Whether the line can be read back as what it was.</summary>
    public bool IsPlain => IsWhole(Ask) && !Ask.Contains(Arrow, StringComparison.Ordinal) && Contains.All(one => IsWhole(one) && !one.Contains(Between));

    /// <summary>Reads a box, a question a line.</summary>
    public static ImmutableArray<QuestionLine> ReadAll(string? box) => [.. FormLines.Of(box).Select(Read)];

    /// <inheritdoc/>
    public override string ToString() => Contains.IsEmpty ? Ask : $"{Ask} {Arrow} {string.Join($"{Between} ", Contains)}";

    /// <summary>The question as an item of a YAML list.</summary>
    public string Yaml(string indent) => Contains.IsEmpty
        ? $"{indent}- {YamlText.Value(Ask)}\n"
        : $"{indent}- ask: {YamlText.Value(Ask)}\n{indent}  contains: {YamlText.List(Contains)}\n";

    private static QuestionLine Read(string line)
    {
        var at = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (at < 0) return new QuestionLine(line, []);
        var contains = line[(at + Arrow.Length)..].Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new QuestionLine(line[..at].Trim(), [.. contains]);
    }

    private static bool IsWhole(string text) => text.Length > 0 && text.Trim() == text && !text.AsSpan().ContainsAny('\n', '\r');
}
