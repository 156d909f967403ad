using System.Collections.Immutable;
using Bot.Staff.Notices.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff.Notices;

/// <summary>The sections that lack example questions, the worst first.</summary>
public sealed class CoveragePage(Coverage coverage) : PageModel
{
    public const int RowsOnPage = 100;

    public ImmutableArray<Coverage.Gap> Gaps { get; private set; } = [];

    public int Sections => coverage.Sections;

    public int Number { get; private set; }

    public int Pages => Math.Max(1, (Gaps.Length + RowsOnPage - 1) / RowsOnPage);

    public IEnumerable<Coverage.Gap> Rows => Gaps.Skip((Number - 1) * RowsOnPage).Take(RowsOnPage);

    public void OnGet([FromQuery(Name = "trang")] int number = 1)
    {
        Gaps = coverage.Gaps();
        Number = Math.Clamp(number, 1, Pages);
    }
}
