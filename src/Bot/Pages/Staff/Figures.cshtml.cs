using System.Globalization;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Figures;
using Bot.Storage.Figures;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>What was asked and answered in a period, in numbers and pictures.</summary>
public sealed class FiguresPage(FigureLog log, LivePages pages, LiveContent content, TimeProvider clock) : PageModel
{
    private const int MostNotices = 10;

    // More columns could not be told apart on a phone.
    private const int MostColumns = 92;

    private IReadOnlyList<DayCount> days = [];

    public Period Period { get; private set; } = null!;

    public Summary Summary { get; private set; } = null!;

    /// <summary>How old the content is today; null where no notice is in force.</summary>
    public ContentAge? Age { get; private set; }

    /// <summary>The key of why another period is shown.</summary>
    public string? Told { get; private set; }

    public DateOnly Today => VietnamTime.Day(clock.GetUtcNow());

    public async Task OnGetAsync([FromQuery(Name = "tu")] string? from, [FromQuery(Name = "den")] string? to)
    {
        var asked = Period.Read(from, to, Today);
        if (asked is null) Told = "figures.bad-period";
        Period = asked ?? Period.Last(Period.Usual, Today);
        await log.RefreshAsync();
        Summary = new Summary(log.Sums(Period.From, Period.To));
        days = log.Days(Period.From, Period.To, FigureLog.Outcome);
        Age = ContentAge.Of(content.Current.Catalogue, Today);
    }

    /// <summary>A part of a whole, as people write it: 12 (34 %).</summary>
    public static string Share(long part, long whole) => Summary.Share(part, whole) is { } share ? $"{Paid.Write(part)} ({share} %)" : Paid.Write(part);

    /// <summary>How long citizens waited for answers, in one phrase.</summary>
    public string Times => Summary.Within(0.5) is not { } median || Summary.Within(0.95) is not { } most
        ? pages.Words.Staff.Say("figures.none")
        : pages.Words.Staff.Say("figures.times", ("median", Time(median)), ("most", Time(most)));

    // 850 mili giây, 1,2 giây.
    private string Time(long milliseconds)
    {
        var words = pages.Words.Staff;
        return milliseconds < 1000
            ? words.Say("figures.milliseconds", ("time", Paid.Write(milliseconds)))
            : words.Say("figures.seconds", ("time", (milliseconds / 1000m).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')));
    }

    public IEnumerable<Chart> Charts()
    {
        var words = pages.Words.Staff;
        yield return OverTime(words);
        yield return new Chart(words.Say("figures.hours"), words.Say("figures.hour-of-day"), words.Say("figures.questions"),
            [.. Summary.Hours.Select((count, hour) => new ChartPoint(words.Say("figures.hour", ("hour", Paid.Write(hour))), count))], IsOverTime: true);
        yield return new Chart(words.Say("figures.channels"), words.Say("figures.channel"), words.Say("figures.conversations"),
            [.. Summary.By(FigureLog.Conversation).Select(channel => new ChartPoint(words.Say("channel." + channel.Name), channel.Count))]);
        yield return new Chart(words.Say("figures.notices"), words.Say("figures.notice"), words.Say("figures.answers"),
            [.. Summary.Notices().Take(MostNotices).Select(notice => new ChartPoint(Title(notice.Notice), notice.Count))]);
        yield return new Chart(words.Say("figures.verdicts"), words.Say("figures.verdict"), words.Say("figures.count"),
            [.. ((string[])["right", "wrong", "false"]).Select(verdict => new ChartPoint(words.Say("figures." + verdict), Summary.Said(verdict)))]);
    }

    // By days, or by months where there are too many; the empty ones, too.
    private Chart OverTime(Wording words)
    {
        var byMonth = Period.Days > MostColumns;
        var counts = days.ToLookup(count => Column(count.Day));
        var columns = Enumerable.Range(0, Period.Days).Select(Period.From.AddDays).Select(Column).Distinct();
        var (title, name) = byMonth ? ("figures.by-month", "figures.month") : ("figures.by-day", "figures.day");
        return new Chart(words.Say(title), words.Say(name), words.Say("figures.questions"), [.. columns.Select(Point)], IsOverTime: true)
        {
            Part = words.Say("figures.unanswered"),
        };

        ChartPoint Point(string column) => new(column, counts[column].Sum(c => c.Count), counts[column].Where(c => c.Name != "answered").Sum(c => c.Count));

        string Column(DateOnly day) => byMonth ? day.ToString("MM/yyyy", CultureInfo.InvariantCulture) : day.ToString("dd/MM", CultureInfo.InvariantCulture);
    }

    private string Title(string notice) => content.Current.Catalogue.Notices.TryGetValue(notice, out var found) ? found.Title : notice;
}
