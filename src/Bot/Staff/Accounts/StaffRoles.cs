using System.Security.Claims;

namespace Bot.Staff.Accounts;

/// <summary>Roles as they are written: in the store, in a session, at the command line.</summary>
public static class StaffRoles
{
    private static readonly string[] Names = ["editor", "publisher", "administrator"];

    public static string Name(this StaffRole role) => Names[(int)role];

    /// <summary>The role of that name; null for any other text.</summary>
    public static StaffRole? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var at ? (StaffRole)at : null;

    /// <summary>The role of whoever is signed in; null for everybody else.</summary>
    public static StaffRole? Of(ClaimsPrincipal user) => Find(user.FindFirstValue(ClaimTypes.Role));
}
