using System.Globalization;
using Bot.Conversations;
using Bot.Storage.Figures;

namespace Bot.Staff.Figures;

/// <summary>The counts of days as rows of a table for Excel: day, what, which, how many; of the times the middle and the 95th of a hundred.</summary>
public static class FigureRows
{
    public static IEnumerable<string[]> Of(IEnumerable<DayCount> days, Wording words)
    {
        yield return [words.Say("figures.day"), words.Say("figures.what"), words.Say("figures.name"), words.Say("figures.count")];
        foreach (var day in days.GroupBy(count => count.Day))
        {
            foreach (var count in day.Where(count => count.What != FigureLog.Took))
                yield return Row(day.Key, words.Say("figures.what." + count.What), Name(count, words), count.Count);
            var times = new Summary(day);
            foreach (var (word, part) in ((string, double)[])[("figures.median", 0.5), ("figures.p95", 0.95)])
                if (times.Within(part) is { } milliseconds) yield return Row(day.Key, words.Say("figures.what.took"), words.Say(word), milliseconds);
        }
    }

    private static string[] Row(DateOnly day, string what, string name, long count) =>
        [Period.Write(day), what, name, count.ToString(CultureInfo.InvariantCulture)];

    private static string Name(DayCount count, Wording words) => count.What switch
    {
        FigureLog.Channel or FigureLog.Conversation or FigureLog.Message or FigureLog.HandedOff => words.Say("channel." + count.Name),
        FigureLog.Outcome or FigureLog.Verdict => words.Say("figures." + count.Name),
        FigureLog.Hour => words.Say("figures.hour", ("hour", count.Name)),
        _ => count.Name,
    };
}
