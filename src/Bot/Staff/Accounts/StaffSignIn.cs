using Bot.Staff.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>Signing in: a password, then a code of the phone; between the two a cookie of its own that opens nothing else.</summary>
public sealed class StaffSignIn(
    SignInManager<StaffAccount> signIn, StaffSession session, StaffAttempts attempts, StaffPasswordHasher hasher, AuditLog audit, TimeProvider time)
{
    private const int Recoveries = 10;

    // Whoever is refused is answered on the full second: how long the work took would tell whether there is the name.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly UserManager<StaffAccount> users = signIn.UserManager;

    private HttpContext Http => signIn.Context;

    /// <summary>The account whose name and password these are; null, whatever is wrong.</summary>
    public async Task<StaffAccount?> PasswordAsync(string name, string password)
    {
        var began = time.GetTimestamp();
        if (await CheckAsync(name, password) is { } account) return account;
        await Task.Delay(TimeSpan.FromTicks(Beat.Ticks - time.GetElapsedTime(began).Ticks % Beat.Ticks), time);
        return null;
    }

    /// <summary>Remembers for some minutes whose password was right. Who has no second factor yet is given what to reckon it from.</summary>
    public async Task BeginAsync(StaffAccount account)
    {
        // A new one each time: what was shown to somebody who did not enrol is worth nothing.
        if (!account.IsEnrolled) await users.ResetAuthenticatorKeyAsync(account);
        await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, await signIn.CreateUserPrincipalAsync(account));
    }

    /// <summary>Whose password was right a moment ago; null when nobody's was.</summary>
    public async Task<StaffAccount?> HalfwayAsync() => session.Owner((await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal);

    /// <summary>Lets in with a code of the phone, or one of those that are written down; false when it is wrong.</summary>
    public async Task<bool> SecondFactorAsync(StaffAccount account, string code)
    {
        if (!await attempts.TakeAsync(account.Id)) return await RefuseAsync(AuditEvent.WhileLocked, account);
        var isRecovery = code.Count(char.IsAsciiDigit) != 6 || code.Any(char.IsAsciiLetter);
        var isRight = isRecovery ? (await users.RedeemTwoFactorRecoveryCodeAsync(account, Bare(code))).Succeeded : await IsCodeAsync(account, code);
        if (!isRight) return await RefuseAsync(AuditEvent.WrongCode, account);
        if (isRecovery) await audit.AddAsync(new AuditEntry(AuditEvent.Recovered, account.Name, account.Name));
        await FinishAsync(account);
        return true;
    }

    /// <summary>Takes the first code of a phone and lets in; returns the codes to be written down, null when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> EnrolAsync(StaffAccount account, string code)
    {
        if (!await attempts.TakeAsync(account.Id))
        {
            await RefuseAsync(AuditEvent.WhileLocked, account);
            return null;
        }
        if (!await IsCodeAsync(account, code))
        {
            await RefuseAsync(AuditEvent.WrongCode, account);
            return null;
        }
        account.Note(AuditEvent.Enrolled, account.Name);
        if (!(await users.SetTwoFactorEnabledAsync(account, true)).Succeeded) return null;
        var recoveries = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Recoveries);
        await FinishAsync(account);
        return [.. recoveries!];
    }

    /// <summary>Goes on with the session after what else would have ended it: his own new password.</summary>
    public async Task RefreshAsync(StaffAccount account)
    {
        var current = await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInAsync(account, current.Properties ?? session.Begin());
    }

    /// <summary>Ends the sessions of an account, on whatever device.</summary>
    public async Task EndAsync(StaffAccount account)
    {
        account.Note(AuditEvent.SignedOut, account.Name);
        await users.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
    }

    private async Task<StaffAccount?> CheckAsync(string name, string password)
    {
        if (password.Length > PasswordRule.Longest) password = "";
        var account = await users.FindByNameAsync(name);
        if (account is null || !await attempts.TakeAsync(account.Id))
        {
            hasher.Pretend(password);
            // Not what was typed: it may be a password in the wrong field.
            if (account is null) await audit.AddAsync(new AuditEntry(AuditEvent.WrongName, null, null));
            else await RefuseAsync(AuditEvent.WhileLocked, account);
            return null;
        }
        if (await users.CheckPasswordAsync(account, password))
        {
            await attempts.ReleaseAsync(account.Id);
            return account;
        }
        await RefuseAsync(AuditEvent.WrongPassword, account);
        return null;
    }

    private Task<bool> IsCodeAsync(StaffAccount account, string code) =>
        users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Bare(code));

    private async Task FinishAsync(StaffAccount account)
    {
        await attempts.ClearAsync(account.Id);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(account, session.Begin());
        await audit.AddAsync(new AuditEntry(AuditEvent.SignedIn, account.Name, account.Name));
    }

    private async Task<bool> RefuseAsync(string @event, StaffAccount account)
    {
        await audit.AddAsync(new AuditEntry(@event, null, account.Name));
        if (@event != AuditEvent.WhileLocked && attempts.IsLockedOut(account.Id))
            await audit.AddAsync(new AuditEntry(AuditEvent.LockedOut, null, account.Name));
        return false;
    }

    private static string Bare(string code) => code.Replace(" ", "");
}
