using Bot.Staff.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>The code of the phone, or one that was written down.</summary>
public sealed class SecondFactor(StaffSignIn signIn, StaffLimits limits) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key of what is said about the try.</summary>
    public string? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.HalfwayAsync() is { IsEnrolled: true } ? Page() : Redirect(StaffAddresses.SignIn);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.HalfwayAsync() is not { IsEnrolled: true } account) return Redirect(StaffAddresses.SignIn);
        if (limits.Refuse(HttpContext) is { } busy)
        {
            Told = "sign-in.busy";
            return busy;
        }
        if (await signIn.SecondFactorAsync(account, Code ?? "")) return Redirect(StaffAddresses.Root);
        Told = "second.refused";
        return Page();
    }
}
