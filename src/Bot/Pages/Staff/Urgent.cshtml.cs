using System.Globalization;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Accounts;
using Bot.Staff.Urgent;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>What is told everybody at once, and the channels on which the assistant is switched off.</summary>
public sealed class UrgentPage(UrgentDesk desk, LiveStanding live, LivePages pages, LiveContent content, TimeProvider clock) : PageModel
{
    // As a browser writes a date and an hour that were picked; the seconds only where somebody typed them.
    private static readonly string[] Shapes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public string? End { get; set; }

    [BindProperty]
    public string? Sentence { get; set; }

    /// <summary>The key of what came of it.</summary>
    public string? Told { get; private set; }

    public IEnumerable<string> Channels => desk.Channels;

    public Standing Standing { get; private set; } = null!;

    public void OnGet([FromQuery(Name = "xong")] string? done)
    {
        if (done is not null) Told = "urgent.done";
        Standing = live.Refresh();
        Start = Picked(clock.GetUtcNow());
        End = Picked(clock.GetUtcNow().AddDays(1));
    }

    public Task<IActionResult> OnPostBannerAsync() => ShowAsync(desk.SetBannerAsync(Text, Moment(Start), Moment(End), Actor));

    public Task<IActionResult> OnPostEndAsync(long id) => ShowAsync(desk.EndBannerAsync(id, Actor));

    public Task<IActionResult> OnPostOffAsync(string channel) => Known(channel, () => desk.SwitchOffAsync(channel, Sentence, Actor));

    public Task<IActionResult> OnPostOnAsync(string channel) => Known(channel, () => desk.SwitchOnAsync(channel, Actor));

    /// <summary>Where a banner stands, in one phrase.</summary>
    public string State(Banner banner)
    {
        var key = !banner.HoldsAt(clock.GetUtcNow()) ? "urgent.not-yet" : banner == live.Banner ? "urgent.holds" : "urgent.covered";
        return pages.Words.Staff.Say(key, ("start", VietnamTime.ClockAndDay(banner.Start)), ("end", VietnamTime.ClockAndDay(banner.End)));
    }

    /// <summary>What is said on a channel that is switched off.</summary>
    public string Said(SwitchedOff off) => off.Sentence ?? content.Current.Wording.Say("switched-off").Replace("**", "", StringComparison.Ordinal);

    private string Actor => User.Identity!.Name!;

    private Task<IActionResult> Known(string channel, Func<Task<string?>> change) =>
        Channels.Contains(channel) ? ShowAsync(change()) : Task.FromResult<IActionResult>(BadRequest());

    private async Task<IActionResult> ShowAsync(Task<string?> change)
    {
        Told = await change;
        if (Told is null) return Redirect(StaffAddresses.Urgent + "?xong=1");
        Standing = live.Refresh();
        return Page();
    }

    private static string Picked(DateTimeOffset moment) => moment.ToOffset(VietnamTime.Ahead).ToString(Shapes[0], CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? picked) =>
        DateTime.TryParseExact(picked?.Trim(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) && clock.Year is > 2000 and < 3000
            ? new DateTimeOffset(clock, VietnamTime.Ahead) : null;
}
