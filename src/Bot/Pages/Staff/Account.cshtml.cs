using Bot.Staff.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>One account, as an administrator keeps it.</summary>
public sealed class AccountPage(StaffStore store, StaffDesk desk) : PageModel
{
    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public StaffAccount Account { get; private set; } = null!;

    /// <summary>The key of what came of it.</summary>
    public string? Told { get; private set; }

    private string Actor => User.Identity!.Name!;

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostRoleAsync(string id) =>
        StaffRoles.Find(Role) is { } role ? ChangeAsync(id, () => desk.ChangeRoleAsync(Account, role, Actor)) : Task.FromResult<IActionResult>(BadRequest());

    public Task<IActionResult> OnPostLockAsync(string id) => ChangeAsync(id, () => desk.LockAsync(Account, Actor));

    public Task<IActionResult> OnPostUnlockAsync(string id) => ChangeAsync(id, () => desk.UnlockAsync(Account, Actor));

    public Task<IActionResult> OnPostFactorAsync(string id) => ChangeAsync(id, () => desk.ResetFactorAsync(Account, Actor));

    public Task<IActionResult> OnPostPasswordAsync(string id) => ChangeAsync(id, () => desk.GivePasswordAsync(Account, Password ?? "", Actor));

    private bool Find(string id)
    {
        if (store.Find(id) is not { } found) return false;
        Account = found;
        return true;
    }

    private async Task<IActionResult> ChangeAsync(string id, Func<Task<string?>> change)
    {
        if (!Find(id)) return NotFound();
        Told = await change() ?? "done";
        // As it stands in the store, whatever came of it.
        Find(id);
        return Page();
    }
}
