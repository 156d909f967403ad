using System.Globalization;
using System.Security.Claims;
using Bot.Staff.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Bot.Staff.Accounts;

/// <summary>Looks at every request whether its session still holds, and says where to go when it does not or is not enough.</summary>
public sealed class StaffSession(StaffStore store, AuditLog audit, StaffOptions options, IOptions<IdentityOptions> identity, TimeProvider time)
    : CookieAuthenticationEvents
{
    private const string Began = "began";

    /// <summary>The properties of a session that begins now.</summary>
    public AuthenticationProperties Begin() => new() { Items = { [Began] = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) } };

    /// <summary>Whose a principal is, read anew; null when the account was locked, or its password or role changed, since.</summary>
    public StaffAccount? Owner(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && store.Find(id) is { IsLocked: false } account
            && account.Stamp == principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ? account : null;

    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsYoung(context.Properties) && Owner(context.Principal) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <inheritdoc/>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(StaffAddresses.SignIn);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var user = context.HttpContext.User;
        if (StaffPrincipals.IsTemporary(user))
        {
            context.Response.Redirect(StaffAddresses.MyAccount);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await audit.AddAsync(new AuditEntry(AuditEvent.Forbidden, user.Identity?.Name, null, context.Request.Path));
    }

    private bool IsYoung(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Began, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        && time.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(began) + options.Longest;
}
