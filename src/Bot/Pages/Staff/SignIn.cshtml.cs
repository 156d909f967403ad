using Bot.Staff.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>Name and password; the answer to what is wrong is the same whatever it is.</summary>
public sealed class SignIn(StaffSignIn signIn, StaffLimits limits) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The key of what is said about the try.</summary>
    public string? Told { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (limits.Refuse(HttpContext) is { } busy)
        {
            Told = "sign-in.busy";
            return busy;
        }
        if (await signIn.PasswordAsync(Name ?? "", Password ?? "") is not { } account)
        {
            Told = "sign-in.refused";
            return Page();
        }
        await signIn.BeginAsync(account);
        return Redirect(account.IsEnrolled ? StaffAddresses.SecondFactor : StaffAddresses.Enrol);
    }
}
