using System.Globalization;
using Bot.Conversations;
using Bot.Web;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages;

/// <summary>A notice as anyone may read it: what it is, whether it holds today, and its sections at their addresses.</summary>
public sealed class NoticePage(LivePages pages, TimeProvider clock) : PageModel
{
    private Catalogue catalogue = Catalogue.Empty;
    private DateOnly today;

    public Notice Notice { get; private set; } = null!;

    /// <summary>Whether the notice tells only what held once.</summary>
    public bool IsOver => IsOverOn(Notice, today);

    /// <summary>The notices to read instead.</summary>
    public IReadOnlyList<Notice> Successors => [.. Notice.SupersededBy.Select(id => catalogue.Notices.GetValueOrDefault(id)).OfType<Notice>()];

    /// <summary>Whether nobody could say if the notice still holds.</summary>
    public bool IsUnconfirmed => !IsOver && Notice.Status == NoticeStatus.Unconfirmed;

    /// <summary>Kind and number, or that there is none; the kind alone where its number is not known here.</summary>
    public string Document => Capital(Notice.Document) + (Notice.Number is { } number ? ", " + Words.Say("notice.number", ("number", number)) : Notice.IsUnnumbered ? ", " + Words["notice.no-number"] : "");

    /// <summary>Whether and when the notice holds, in one phrase.</summary>
    public string Validity
    {
        get
        {
            var (from, to, note) = Notice.Effective;
            string[] parts =
            [
                Status(from, to),
                !IsOver && to is { } end ? Words.Say("notice.valid-to", ("to", end.ToString())) : "",
                note ?? "",
            ];
            return string.Join("; ", parts.Where(part => part.Length > 0));
        }
    }

    private PageWords Words => pages.Words;

    public IActionResult OnGet(string notice)
    {
        catalogue = pages.Catalogue;
        today = VietnamTime.Day(clock.GetUtcNow());
        if (!catalogue.Notices.TryGetValue(notice, out var found) || found.Status == NoticeStatus.Draft) return NotFound();
        Notice = found;
        return Page();
    }

    public Section? Find(SectionAddress address) => catalogue.Find(address);

    public static bool IsOverOn(Notice notice, DateOnly day) => notice.Status == NoticeStatus.Historical || (notice.Effective.To is { } to && to.Last < day);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Status(PartialDate? from, PartialDate? to)
    {
        if (Notice.Status == NoticeStatus.Historical) return Words["notice.no-longer"];
        if (from is { } later && later.First > today) return Words.Say("notice.not-yet", ("from", later.ToString()));
        if (to is { } end && end.Last < today) return Words.Say("notice.over", ("to", end.ToString()));
        if (Notice.Status == NoticeStatus.Unconfirmed) return Words["notice.unconfirmed"];
        return from is { } begun ? Words.Say("notice.valid-from", ("from", begun.ToString())) : Words["notice.valid-now"];
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
