using Bot.Staff.Audit;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>What is done to accounts, by administrators or the operator; each answers null when done, else a <see cref="StaffFault"/>.</summary>
public sealed class StaffDesk(UserManager<StaffAccount> users, StaffAttempts attempts, AuditLog audit, TimeProvider time)
{
    /// <summary>Adds an account.</summary>
    /// <param name="isTemporary">Whether somebody else knows the password.</param>
    public async Task<string?> AddAsync(string name, StaffRole role, string password, bool isTemporary, string actor)
    {
        var account = new StaffAccount { Name = name.Trim().Normalize(), Role = role, IsTemporary = isTemporary, Created = time.GetUtcNow() };
        account.Note(AuditEvent.Added, actor, role.Name());
        return StaffFault.Of(await users.CreateAsync(account, password));
    }

    public Task<string?> ChangeRoleAsync(StaffAccount account, StaffRole role, string actor)
    {
        account.Role = role;
        return ChangeAsync(account, AuditEvent.RoleChanged, actor, role.Name());
    }

    public Task<string?> LockAsync(StaffAccount account, string actor)
    {
        account.IsLocked = true;
        return ChangeAsync(account, AuditEvent.Locked, actor);
    }

    /// <summary>Unlocks it, whether it was an administrator or failures that locked it.</summary>
    public async Task<string?> UnlockAsync(StaffAccount account, string actor)
    {
        account.IsLocked = false;
        var fault = await ChangeAsync(account, AuditEvent.Unlocked, actor);
        if (fault is null) await attempts.ClearAsync(account.Id);
        return fault;
    }

    /// <summary>Has the second factor enrolled anew at the next sign-in; for a phone that was lost.</summary>
    public async Task<string?> ResetFactorAsync(StaffAccount account, string actor)
    {
        (account.IsEnrolled, account.Secret) = (false, null);
        var fault = await ChangeAsync(account, AuditEvent.FactorReset, actor);
        if (fault is null) await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        return fault;
    }

    /// <summary>Gives a password, to be changed at the next sign-in.</summary>
    public async Task<string?> GivePasswordAsync(StaffAccount account, string password, string actor)
    {
        account.IsTemporary = true;
        return await IsGoodAsync(account, password) ?? await SetPasswordAsync(account, password, AuditEvent.PasswordGiven, actor);
    }

    /// <summary>Somebody changes his own password.</summary>
    public async Task<string?> ChangePasswordAsync(StaffAccount account, string current, string next)
    {
        // Counted like a try to sign in: it may be somebody else at a desk that was left.
        if (!await attempts.TakeAsync(account.Id) || !await users.CheckPasswordAsync(account, current))
        {
            await audit.AddAsync(new AuditEntry(AuditEvent.WrongPassword, account.Name, account.Name));
            return StaffFault.WrongPassword;
        }
        await attempts.ReleaseAsync(account.Id);
        if (current == next) return StaffFault.Password;
        account.IsTemporary = false;
        return await IsGoodAsync(account, next) ?? await SetPasswordAsync(account, next, AuditEvent.PasswordChanged, account.Name);
    }

    private Task<string?> SetPasswordAsync(StaffAccount account, string password, string @event, string actor)
    {
        account.Password = users.PasswordHasher.HashPassword(account, password);
        return ChangeAsync(account, @event, actor);
    }

    private async Task<string?> IsGoodAsync(StaffAccount account, string password)
    {
        foreach (var rule in users.PasswordValidators)
            if (StaffFault.Of(await rule.ValidateAsync(users, account, password)) is { } fault) return fault;
        return null;
    }

    // With a new stamp: whatever is changed, the sessions that began before are over at once.
    private async Task<string?> ChangeAsync(StaffAccount account, string @event, string actor, string? detail = null)
    {
        account.Note(@event, actor, detail);
        return StaffFault.Of(await users.UpdateSecurityStampAsync(account));
    }
}
