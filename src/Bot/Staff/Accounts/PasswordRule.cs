using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>What a password must be: long rather than complicated, and not made of the name.</summary>
public sealed class PasswordRule(ILookupNormalizer names) : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;

    /// <summary>More would only be work for the hash.</summary>
    public const int Longest = 200;

    public const int FewestLetters = 5;

    // A short name may well stand in a good password.
    private const int FewestBesides = 8;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password)
    {
        var text = names.NormalizeName(password) ?? "";
        var isGood = text.Length is >= Shortest and <= Longest && text.Distinct().Count() >= FewestLetters
            && text.Replace(names.NormalizeName(user.Name)!, "", StringComparison.Ordinal).Length >= FewestBesides;
        return Task.FromResult(isGood ? IdentityResult.Success : StaffFault.Result(StaffFault.Password));
    }
}
