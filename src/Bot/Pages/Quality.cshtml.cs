using System.Globalization;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Figures;
using Bot.Storage.Figures;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages;

/// <summary>How well the assistant has answered in the last days, for everybody to read; as the hourly count has it.</summary>
public sealed class Quality(QualityOptions options, FigureLog log, LivePages pages, LiveContent content, TimeProvider clock) : PageModel
{
    public Period Period { get; private set; } = null!;

    /// <summary>What there is to say, a sentence each.</summary>
    public IReadOnlyList<(string Name, string Said)> Facts { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!options.IsShown) return NotFound();
        var today = VietnamTime.Day(clock.GetUtcNow());
        Period = Period.Last(Period.Usual, today);
        Facts = [.. Read(new Summary(log.Sums(Period.From, Period.To)), ContentAge.Of(content.Current.Catalogue, today))];
        return Page();
    }

    private IEnumerable<(string, string)> Read(Summary summary, ContentAge? age)
    {
        var words = pages.Words;
        if (Summary.Share(summary.Answered, summary.Questions) is { } share)
            yield return (words["quality.answered"], words.Say("quality.answered-said", ("share", Number(share)), ("count", Paid.Write(summary.Questions))));
        yield return (words["quality.false"], words.Say("quality.false-said", ("count", Paid.Write(summary.Said("false")))));
        if (summary.Within(0.5) is { } median)
            yield return (words["quality.time"], words.Say("quality.time-said", ("time", Seconds(median))));
        if (age is not null) yield return (words["quality.age"], words.Say("quality.age-said", age.Values));
    }

    // Up to the next tenth: "within 0 seconds" would be too good to be believed.
    private static string Seconds(long milliseconds) =>
        Math.Max(0.1m, Math.Ceiling(milliseconds / 100m) / 10).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
