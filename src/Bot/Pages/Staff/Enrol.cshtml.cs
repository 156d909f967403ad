using Bot.Staff.Accounts;
using Bot.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>The second factor, given to the phone at the first sign-in; then the codes to be written down, this one time.</summary>
public sealed class Enrol(StaffSignIn signIn, StaffLimits limits, LivePages pages) : PageModel
{
    private StaffAccount account = null!;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key of what is said about the try.</summary>
    public string? Told { get; private set; }

    /// <summary>The codes to be written down, once the phone's was right.</summary>
    public IReadOnlyList<string>? Recoveries { get; private set; }

    /// <summary>What the picture tells the phone.</summary>
    public string Address => Totp.Address(pages.Words.Agency.Name, account.Name, account.Secret!);

    /// <summary>The same to be typed: in fours, as people read it.</summary>
    public string Secret => string.Join(' ', account.Secret!.Chunk(4).Select(four => new string(four)));

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : Redirect(StaffAddresses.SignIn);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return Redirect(StaffAddresses.SignIn);
        if (limits.Refuse(HttpContext) is { } busy)
        {
            Told = "sign-in.busy";
            return busy;
        }
        Recoveries = await signIn.EnrolAsync(account, Code ?? "");
        if (Recoveries is null) Told = "second.refused";
        return Page();
    }

    private async Task<bool> FindAsync()
    {
        if (await signIn.HalfwayAsync() is not { IsEnrolled: false, Secret: not null } found) return false;
        account = found;
        return true;
    }
}
