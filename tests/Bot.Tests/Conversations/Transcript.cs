using System.Globalization;

namespace Bot.Tests.Conversations;

/// <summary>A conversation written down in markdown: what the citizen says, and what must and must not stand in the reply.</summary>
/// <remarks>
/// "&gt; …" the citizen says it · "&lt; …" stands in the reply · "! …" does not · "= outcome" · "[…]" a button · "~ …" what a look-up brings (see <see cref="Brought"/>) ·
/// "@ 2026-11-22" the day, "@ +31" so many minutes later · "+" the citizen opens the conversation · "&amp; sticker" he sends something that is not text ·
/// "^ CODE" a dossier seems to have changed · "$ 1 …" staff have replied to what was said first · "* câu hỏi được ghi" from here on questions are recorded ·
/// "% 30" a person writes to him, and the bot keeps quiet for so many minutes · "* kênh nhắn tin" from here on nobody but the bot tells him that a
/// machine answers · "= im lặng" nothing is said · "| Nghỉ Tết" from here on staff tell everybody that, "|" nothing any more ·
/// "/ tắt", "/ tắt: câu" the assistant is switched off, with a sentence of its own, "/ bật" it is on again. Other lines are for the reader.
/// </remarks>
internal sealed record Transcript(string Name, IReadOnlyList<(int Line, char Kind, string Text)> Steps)
{
    private const string Kinds = "><!=[~@+&%*^$|/";

    /// <summary>Reads a file: each heading of the second level is a conversation of its own.</summary>
    public static IEnumerable<Transcript> Read(string path)
    {
        var name = "";
        var steps = new List<(int, char, string)>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (steps.Count > 0) yield return new Transcript(name, steps);
                (name, steps) = ($"{Path.GetFileNameWithoutExtension(path)}: {line[3..].Trim()}", []);
            }
            else if (line.Length > 0 && Kinds.Contains(line[0], StringComparison.Ordinal)) steps.Add((number, line[0], line[1..].TrimEnd(']').Trim()));
        }
        if (steps.Count > 0) yield return new Transcript(name, steps);
    }

    /// <summary>Noon in Vietnam on a day.</summary>
    public static DateTimeOffset Noon(string day) => new(DateOnly.Parse(day, CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.FromHours(7));
}
