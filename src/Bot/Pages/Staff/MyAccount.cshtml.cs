using System.Globalization;
using Bot.Staff.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>One's own account: what it is, and its password.</summary>
public sealed class MyAccount(StaffSignIn signIn, StaffSession session, StaffDesk desk, UserManager<StaffAccount> users) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    public StaffAccount Account { get; private set; } = null!;

    /// <summary>How many of the codes that were written down are left.</summary>
    public string Recoveries { get; private set; } = "";

    /// <summary>The key of what came of it.</summary>
    public string? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (session.Owner(User) is not { } account) return Redirect(StaffAddresses.SignIn);
        Account = account;
        Recoveries = (await users.CountRecoveryCodesAsync(account)).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var shown = await OnGetAsync();
        if (shown is not PageResult) return shown;
        Told = Next != Repeat ? StaffFault.Different : await desk.ChangePasswordAsync(Account, Current ?? "", Next ?? "");
        if (Told is null)
        {
            await signIn.RefreshAsync(Account);
            Told = "mine.changed";
        }
        return Page();
    }
}
