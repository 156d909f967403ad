using Bot.Conversations;
using Bot.Staff.Figures;
using Bot.Storage.Figures;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>The counts of each day of a period as a file for Excel.</summary>
public sealed class FiguresFilePage(FigureLog log, LivePages pages, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "tu")] string? from, [FromQuery(Name = "den")] string? to)
    {
        if (Period.Read(from, to, VietnamTime.Day(clock.GetUtcNow())) is not { } period) return BadRequest();
        await log.RefreshAsync();
        var rows = FigureRows.Of(log.Days(period.From, period.To), pages.Words.Staff);
        return File(CsvText.Write(rows), "text/csv; charset=utf-8", $"so-lieu-{Period.Write(period.From)}-{Period.Write(period.To)}.csv");
    }
}
