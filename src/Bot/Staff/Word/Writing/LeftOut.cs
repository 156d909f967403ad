using System.Collections.Immutable;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Writing;

/// <summary>What is not carried, as lines for staff: where it stood and what it said, the same thing once.</summary>
internal sealed class LeftOut
{
    private const int MostOfAKind = 20;
    private const int LongestText = 200;
    private const int LongestPlace = 60;

    private readonly List<(string What, string Line)> left = [];

    public void Add(IEnumerable<Remark> remarks, string? place)
    {
        foreach (var (what, text) in remarks)
        {
            var line = place is null ? what : $"{what} ở {place}";
            left.Add((what, Shown(text, LongestText) is { Length: > 0 } shown ? $"{line}: «{shown}»" : line));
        }
    }

    public static string Section(string heading) => $"mục «{Shown(heading, LongestPlace)}»";

    public ImmutableArray<string> Lines =>
    [
        .. left.GroupBy(l => l.What).SelectMany(kind =>
        {
            var lines = kind.GroupBy(l => l.Line).Select(same => same.Count() > 1 ? $"{same.Key} ({same.Count()} lần)" : same.Key).ToList();
            return lines.Count <= MostOfAKind ? lines : lines.Take(MostOfAKind).Append($"{kind.Key}: còn {lines.Count - MostOfAKind} chỗ nữa");
        }),
    ];

    private static string Shown(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)] + "…";
    }
}
