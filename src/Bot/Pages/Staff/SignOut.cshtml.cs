using Bot.Staff.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>Ends the session, and every other one of the same account: a stolen cookie is worth nothing afterwards.</summary>
public sealed class SignOut(StaffSignIn signIn, StaffSession session) : PageModel
{
    public IActionResult OnGet() => Redirect(StaffAddresses.Root);

    public async Task<IActionResult> OnPostAsync()
    {
        if (session.Owner(User) is { } account) await signIn.EndAsync(account);
        return Redirect(StaffAddresses.SignIn);
    }
}
