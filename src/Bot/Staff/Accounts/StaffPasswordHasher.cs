using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Bot.Staff.Accounts;

/// <summary>Identity's hash of a password, with as many rounds as are advised today, of the same letters however a keyboard composes them.</summary>
public sealed class StaffPasswordHasher() : PasswordHasher<StaffAccount>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }))
{
    private static readonly StaffAccount Nobody = new() { Name = "" };

    private readonly Lazy<string> nobodys = new(() => new StaffPasswordHasher().HashPassword(Nobody, "không của ai"));

    public override string HashPassword(StaffAccount user, string password) => base.HashPassword(user, password.Normalize());

    public override PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, providedPassword.Normalize());

    /// <summary>Takes as long as a comparison with somebody's password.</summary>
    public void Pretend(string password) => VerifyHashedPassword(Nobody, nobodys.Value, password);
}
