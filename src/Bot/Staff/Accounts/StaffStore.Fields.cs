using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>What Identity reads and sets field by field, between a read and a write.</summary>
public sealed partial class StaffStore
    : IUserPasswordStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>, IUserTwoFactorStore<StaffAccount>, IUserAuthenticatorKeyStore<StaffAccount>,
        IUserTwoFactorRecoveryCodeStore<StaffAccount>
{
    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(Find(userId));

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(FindByKey(normalizedUserName));

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => Set(user.Name = userName!);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Key);

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Set(user.Key = normalizedName!);

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Password);

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken) => Set(user.Password = passwordHash!);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Password.Length > 0);

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => Set(user.Stamp = stamp);

    public Task<bool> GetTwoFactorEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.IsEnrolled);

    public Task SetTwoFactorEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => Set(user.IsEnrolled = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Secret);

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken) => Set(user.Secret = key);

    public Task ReplaceCodesAsync(StaffAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        session.Execute("DELETE FROM staff_recoveries WHERE staff = $1", user.Id);
        return recoveryCodes.Sum(code => session.Execute("INSERT INTO staff_recoveries (staff, code) VALUES ($1, $2)", user.Id, Recovery(code)));
    });

    // Deleted and not first looked for: of two who send the same code at once, one gets in.
    public async Task<bool> RedeemCodeAsync(StaffAccount user, string code, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => session.Execute("DELETE FROM staff_recoveries WHERE staff = $1 AND code = $2", user.Id, Recovery(code))) == 1;

    public Task<int> CountCodesAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult((int)database.Read(session => (long)session.Scalar("SELECT count(*) FROM staff_recoveries WHERE staff = $1", user.Id)!));

    public void Dispose()
    {
    }

    private byte[] Recovery(string code) => hash.Of("staff recovery", code.Replace("-", "").ToUpperInvariant());

    private static Task Set(object? _) => Task.CompletedTask;
}
