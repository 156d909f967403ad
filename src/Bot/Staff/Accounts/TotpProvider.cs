using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>Says whether a code is right now: Identity's own has no clock that could be given.</summary>
public sealed class TotpProvider(StaffAttempts attempts, TimeProvider time) : IUserTwoFactorTokenProvider<StaffAccount>
{
    /// <summary>How far a phone's clock may be off, in half minutes.</summary>
    private const int Drift = 1;

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<StaffAccount> manager, StaffAccount user) => Task.FromResult(user.Secret is not null);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffAccount> manager, StaffAccount user)
    {
        if (user.Secret is not { } secret) return false;
        var now = Totp.Step(time.GetUtcNow());
        var given = Encoding.UTF8.GetBytes(token);
        var step = Enumerable.Range(-Drift, 2 * Drift + 1).Select(off => now + off)
            .FirstOrDefault(step => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Totp.Code(secret, step)), given));
        return step > 0 && await attempts.TakeStepAsync(user.Id, step);
    }

    /// <summary>Never: the codes are made by the phone.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<StaffAccount> manager, StaffAccount user) => throw new NotSupportedException();
}
