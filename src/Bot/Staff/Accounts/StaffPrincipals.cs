using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Bot.Staff.Accounts;

/// <summary>What a session says of whoever is signed in: besides Identity's claims his role, and whether he has to change his password.</summary>
public sealed class StaffPrincipals(UserManager<StaffAccount> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffAccount>(users, options)
{
    private const string Temporary = "temporary";

    /// <summary>Whether somebody else gave the password.</summary>
    public static bool IsTemporary(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Temporary);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.Name()));
        if (user.IsTemporary) identity.AddClaim(new Claim(Temporary, ""));
        return identity;
    }
}
