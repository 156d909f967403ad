using System.Collections.Immutable;
using System.Globalization;
using Bot.Storage.Figures;
using Knowledge.Notices;

namespace Bot.Staff.Figures;

/// <summary>The figures of a period, reckoned from the counts of its days.</summary>
public sealed class Summary(IEnumerable<DayCount> counts)
{
    private readonly ImmutableArray<DayCount> counts = [.. counts];

    public long Conversations => Sum(FigureLog.Conversation);

    public long Messages => Sum(FigureLog.Message);

    public long Questions => Sum(FigureLog.Outcome);

    public long Answered => Sum(FigureLog.Outcome, "answered");

    public long Unanswered => Questions - Answered;

    /// <summary>Conversations that a person of the department has taken over.</summary>
    public long HandedOff => Sum(FigureLog.HandedOff);

    /// <summary>How often something was asked again in other words.</summary>
    public long Again => Sum(FigureLog.Again);

    public IReadOnlyList<long> Hours => [.. Enumerable.Range(0, 24).Select(hour => Sum(FigureLog.Hour, hour.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>How often citizens said of an answer that it is right, wrong (not what was meant) or false.</summary>
    public long Said(string verdict) => Sum(FigureLog.Verdict, verdict);

    /// <summary>The count of one kind by its names, the greatest first.</summary>
    public IEnumerable<(string Name, long Count)> By(string what) =>
        Sorted(counts.Where(c => c.What == what).GroupBy(c => c.Name));

    /// <summary>The notices that answered, by id, the most frequent first.</summary>
    public IEnumerable<(string Notice, long Count)> Notices() =>
        Sorted(counts.Where(c => c.What == FigureLog.Section).GroupBy(c => SectionAddress.TryParse(c.Name, out var address) ? address.Notice : c.Name));

    /// <summary>The milliseconds within which such a part of the questions was answered; null where none was asked.</summary>
    public long? Within(double part)
    {
        var times = counts.Where(c => c.What == FigureLog.Took)
            .Select(c => (Time: long.Parse(c.Name, CultureInfo.InvariantCulture), c.Count)).OrderBy(c => c.Time).ToList();
        var rest = (long)Math.Ceiling(part * times.Sum(t => t.Count));
        foreach (var (milliseconds, count) in times)
            if ((rest -= count) <= 0) return milliseconds;
        return null;
    }

    /// <summary>How many of a hundred; null of nothing.</summary>
    public static int? Share(long part, long whole) => whole == 0 ? null : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    private static IEnumerable<(string, long)> Sorted(IEnumerable<IGrouping<string, DayCount>> groups) =>
        groups.Select(group => (group.Key, group.Sum(c => c.Count))).OrderByDescending(c => c.Item2).ThenBy(c => c.Key, StringComparer.Ordinal);

    private long Sum(string what, string? name = null) => counts.Where(c => c.What == what && (name is null || c.Name == name)).Sum(c => c.Count);
}
