using System.Collections.Immutable;

namespace Knowledge.Tests;

/// <summary>A judged question: what is asked, and what must be answered.</summary>
/// <param name="Before">What the citizen said before it in the same conversation.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Wanted">Each thing that must be answered, with the sections any of which answers it; empty when no notice does.</param>
/// <param name="Words">Words that must stand in the reply.</param>
/// <param name="Place">Where it is written down: "file:line".</param>
public sealed record Judgement(ImmutableArray<string> Before, string Question, ImmutableArray<ImmutableArray<string>> Wanted, ImmutableArray<string> Words, string Place)
{
    private const string Unanswered = "không trả lời";
    private const string MustHave = "(có:";

    /// <summary>Whether no notice answers it.</summary>
    public bool IsOutOfScope => Wanted.IsEmpty;

    /// <summary>Reads a file: "## section | section + section" or "## không trả lời", then a bullet a question: "- before &gt; question (có: words)".</summary>
    public static IEnumerable<Judgement> Read(string path)
    {
        ImmutableArray<ImmutableArray<string>>? wanted = null;
        var number = 0;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
                wanted = line[3..].StartsWith(Unanswered, StringComparison.Ordinal) ? [] : [.. Split(line[3..], '+').Select(one => Split(one, '|'))];
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                yield return ReadQuestion(line[2..], wanted ?? throw new FormatException($"{path}:{number}: câu hỏi đứng trước tiêu đề"), $"{Path.GetFileName(path)}:{number}");
        }
    }

    private static Judgement ReadQuestion(string text, ImmutableArray<ImmutableArray<string>> wanted, string place)
    {
        ImmutableArray<string> words = [];
        if (text.EndsWith(')') && text.LastIndexOf(MustHave, StringComparison.Ordinal) is > 0 and var at)
            (words, text) = ([text[(at + MustHave.Length)..^1].Trim()], text[..at].Trim());
        var said = Split(text, " > ");
        return new Judgement(said[..^1], said[^1], wanted, words, place);
    }

    private static ImmutableArray<string> Split(string text, string separator) => [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<string> Split(string text, char separator) => Split(text, separator.ToString());
}
