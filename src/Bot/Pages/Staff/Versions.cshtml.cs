using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>What answered of a notice, from when, by whom and why; and the way back.</summary>
public sealed class VersionsPage(Publisher publisher, VersionLog versions, ClashLog clashes, ClashDesk desk, DraftLog drafts) : PageModel
{
    /// <summary>What the address ends in after publishing, and after taking back: then the page says so.</summary>
    public const string Published = "?xong=xuat-ban";
    public const string PublishedLate = "?xong=cham";
    private const string TakenBack = "?xong=lay-lai";

    /// <summary>The version that is to be used again; 0 takes the notice away.</summary>
    [BindProperty]
    public long Number { get; set; }

    /// <summary>The version that answered when the page was shown.</summary>
    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The mark of a text that was kept aside.</summary>
    [BindProperty]
    public string? Mark { get; set; }

    public NoticeFile Notice { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<NoticeVersion> All { get; private set; } = [];

    /// <summary>The version whose changes are shown; null where there is none.</summary>
    public NoticeVersion? Shown { get; private set; }

    /// <summary>What stood before the one that is shown.</summary>
    public NoticeVersion? Previous => All.FirstOrDefault(version => version.Number == Shown?.Number - 1);

    public IReadOnlyList<NoticeClash> Clashes { get; private set; } = [];

    public bool HasDraft { get; private set; }

    /// <summary>The key of what came of it.</summary>
    public string? Told { get; private set; }

    public bool IsPublisher => StaffRoles.Of(User) >= StaffRole.Publisher;

    public IActionResult OnGet(string folder, string name, [FromQuery(Name = "ban")] long? number, [FromQuery(Name = "xong")] string? done)
    {
        Told = done switch { "xuat-ban" => "publish.done", "lay-lai" => "versions.done", "cham" => PublishFault.Late, _ => null };
        return Show(NoticeFile.Of(folder, name), number);
    }

    public async Task<IActionResult> OnPostBackAsync(string folder, string name)
    {
        if (NoticeFile.Of(folder, name) is not { } file) return NotFound();
        if (!IsPublisher) return Forbid(IdentityConstants.ApplicationScheme);
        Told = await publisher.TakeBackAsync(file, Number, Seen, Reason, User.Identity!.Name!);
        return Told switch
        {
            null => Redirect(NoticeAddresses.Versions(file) + TakenBack),
            PublishFault.Late => Redirect(NoticeAddresses.Versions(file) + PublishedLate),
            _ => Show(file, null),
        };
    }

    public async Task<IActionResult> OnPostTakeAsync(string folder, string name)
    {
        if (NoticeFile.Of(folder, name) is not { } file) return NotFound();
        if (await desk.TakeAsync(file, Mark ?? "", User.Identity!.Name!)) return Redirect(NoticeAddresses.Publish(file));
        Told = "clash.not-taken";
        return Show(file, null);
    }

    public async Task<IActionResult> OnPostDiscardAsync(string folder, string name)
    {
        if (NoticeFile.Of(folder, name) is not { } file) return NotFound();
        Told = await desk.DiscardAsync(file, Mark ?? "", User.Identity!.Name!) ? null : PublishFault.Meanwhile;
        return Told is null ? Redirect(NoticeAddresses.Versions(file)) : Show(file, null);
    }

    private IActionResult Show(NoticeFile? file, long? number)
    {
        if (file is null) return NotFound();
        (Notice, All, Clashes, HasDraft) = (file, versions.Of(file), clashes.Of(file), drafts.Find(file) is not null);
        Shown = All.FirstOrDefault(version => version.Number == (number ?? All[0].Number));
        // What is shown counts, not what was sent.
        ModelState.Clear();
        return All.Count == 0 && Clashes.Count == 0 || number is not null && Shown is null ? NotFound() : Page();
    }
}
