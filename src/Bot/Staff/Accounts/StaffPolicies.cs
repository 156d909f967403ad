using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>The policies that pages name: who may open them.</summary>
public static class StaffPolicies
{
    /// <summary>Whoever is signed in, also with a password that he has to change.</summary>
    public const string SignedIn = "staff";

    public const string Editor = "editor";
    public const string Publisher = "publisher";
    public const string Administrator = "administrator";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser());
        foreach (var role in Enum.GetValues<StaffRole>())
            options.AddPolicy(role.Name(), policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser()
                .RequireAssertion(asked => StaffRoles.Of(asked.User) >= role && !StaffPrincipals.IsTemporary(asked.User)));
    }
}
