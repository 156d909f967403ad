using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>What a password must be: long rather than complicated, and not the name.</summary>
public sealed class PasswordRule(ILookupNormalizer names) : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;

    /// <summary>More would only be work for the hash.</summary>
    public const int Longest = 200;

    public const int FewestLetters = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password)
    {
        var text = names.NormalizeName(password) ?? "";
        var isGood = text.Length is >= Shortest and <= Longest && text.Distinct().Count() >= FewestLetters
            && !text.Contains(names.NormalizeName(user.Name)!, StringComparison.Ordinal);
        return Task.FromResult(isGood ? IdentityResult.Success : StaffFault.Result(StaffFault.Password));
    }
}
