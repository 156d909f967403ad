using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>What a name must be, and when two are the same: whatever the case, and however a keyboard composes its letters.</summary>
public sealed partial class NameRule : IUserValidator<StaffAccount>, ILookupNormalizer
{
    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user) => Task.FromResult(
        Shape().IsMatch(user.Name) ? IdentityResult.Success : StaffFault.Result(StaffFault.Name));

    public string? NormalizeName(string? name) => name?.Trim().Normalize().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}\z")]
    private static partial Regex Shape();
}
