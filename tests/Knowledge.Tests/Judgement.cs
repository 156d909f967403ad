using System.Collections.Immutable;

namespace Knowledge.Tests;

/// <summary>A judged question: what is asked, and the sections any of which answers it; none when no notice does.</summary>
public sealed record Judgement(string Question, ImmutableArray<string> Sections, string Place)
{
    private const string Unanswered = "không trả lời";

    /// <summary>Whether no notice answers it.</summary>
    public bool IsOutOfScope => Sections.IsEmpty;

    /// <summary>Reads a file: "## section | section" or "## không trả lời", then a bullet a question.</summary>
    public static IEnumerable<Judgement> Read(string path)
    {
        ImmutableArray<string>? sections = null;
        var number = 0;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
                sections = line[3..].StartsWith(Unanswered, StringComparison.Ordinal) ? [] : [.. line[3..].Split('|', StringSplitOptions.TrimEntries)];
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                yield return new Judgement(line[2..], sections ?? throw new FormatException($"{path}:{number}: câu hỏi đứng trước tiêu đề"), $"{Path.GetFileName(path)}:{number}");
        }
    }
}
