using Bot.Staff.Notices.Listing;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff.Notices;

/// <summary>All notices, to be looked for by words and by how they stand.</summary>
public sealed class ListPage(NoticeList list) : PageModel
{
    public const int RowsOnPage = 50;

    /// <summary>What a list can be narrowed to, as the address names it, with the key of its word.</summary>
    public static IReadOnlyList<(string Name, string Key, Func<NoticeRow, bool> Holds)> Filters { get; } =
    [
        ("con-hieu-luc", "notices.in-force", row => row.State == NoticeState.InForce),
        ("chua-ro", "notices.unconfirmed", row => row.State == NoticeState.Unconfirmed),
        ("sap-het-han", "notices.expiring", row => row.State == NoticeState.Expiring),
        ("chua-den-ngay", "notices.later", row => row.State == NoticeState.Later),
        ("het-han", "notices.over", row => row.State == NoticeState.Over),
        ("co-loi", "notices.faulty", row => row.State == NoticeState.Faulty),
        ("dang-soan", "notices.draft", row => row.State == NoticeState.Draft || row.Writer is not null),
    ];

    public string Searched { get; private set; } = "";

    public string State { get; private set; } = "";

    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    /// <summary>How many were found, on all pages.</summary>
    public int Found { get; private set; }

    public int Number { get; private set; }

    public int Pages => Math.Max(1, (Found + RowsOnPage - 1) / RowsOnPage);

    /// <summary>How many notices stand in each way, whatever is looked for.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public void OnGet([FromQuery(Name = "tim")] string? searched, [FromQuery(Name = "tinh-trang")] string? state, [FromQuery(Name = "trang")] int number = 1)
    {
        (Searched, State) = (searched?.Trim() ?? "", state ?? "");
        var all = list.All();
        Counts = Filters.ToDictionary(filter => filter.Name, filter => all.Count(filter.Holds));
        var holds = Filters.FirstOrDefault(filter => filter.Name == State).Holds ?? (_ => true);
        var words = NoticeReader.Slug(Searched);
        var found = all.Where(row => holds(row) && (words.Length == 0 || Words(row).Contains(words, StringComparison.Ordinal))).ToList();
        Found = found.Count;
        Number = Math.Clamp(number, 1, Pages);
        Rows = [.. found.Skip((Number - 1) * RowsOnPage).Take(RowsOnPage)];
    }

    /// <summary>The key of what a state is called.</summary>
    public static string Word(NoticeState state) => state switch
    {
        NoticeState.InForce => "notices.in-force",
        NoticeState.Unconfirmed => "notices.unconfirmed",
        NoticeState.Expiring => "notices.expiring",
        NoticeState.Later => "notices.later",
        NoticeState.Over => "notices.over",
        NoticeState.Faulty => "notices.faulty",
        _ => "notices.draft",
    };

    private static string Words(NoticeRow row) => NoticeReader.Slug($"{row.Title} {row.Number} {row.File.Name}");

    /// <summary>The same list at another page.</summary>
    public string At(int page) => $"?tim={Uri.EscapeDataString(Searched)}&tinh-trang={Uri.EscapeDataString(State)}&trang={page}";
}
