using Bot.Conversations;
using Bot.Staff.Accounts;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>All accounts, and a new one.</summary>
public sealed class Accounts(StaffStore store, StaffDesk desk, LivePages pages, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The key of why nothing was added.</summary>
    public string? Told { get; private set; }

    public IReadOnlyList<StaffAccount> All => store.All();

    public async Task<IActionResult> OnPostAsync()
    {
        if (StaffRoles.Find(Role) is not { } role) return BadRequest();
        Told = await desk.AddAsync(Name ?? "", role, Password ?? "", isTemporary: true, User.Identity!.Name!);
        return Told is null ? Redirect(StaffAddresses.Accounts) : Page();
    }

    /// <summary>Whether the account can be used, in one phrase.</summary>
    public string State(StaffAccount account)
    {
        var words = pages.Words.Staff;
        if (account.IsLocked) return words.Say("state.locked");
        if (account.LockedUntil > clock.GetUtcNow()) return words.Say("state.locked-out", ("time", VietnamTime.Clock(account.LockedUntil)));
        return words.Say(account.IsEnrolled ? "state.active" : "state.not-enrolled");
    }
}
