using Bot.Operation;
using Bot.Staff.Audit;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Bot.Staff.Accounts;

/// <summary>The accounts of staff, as services: what the command needs, and what signing in needs besides.</summary>
public static class StaffSetup
{
    // How long there is between the password and the code; the first time an app has to be installed meanwhile.
    private static readonly TimeSpan Halfway = TimeSpan.FromMinutes(15);

    /// <summary>The accounts themselves, over a store that is there.</summary>
    public static IdentityBuilder AddStaffAccounts(this IServiceCollection services, StaffOptions options)
    {
        services.AddSingleton(options).AddSingleton<AuditLog>().AddSingleton<StaffStore>().AddSingleton<StaffAttempts>().AddSingleton<StaffPasswordHasher>();
        services.AddSingleton<NameRule>();
        services.AddSingleton<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffStore>());
        services.AddSingleton<IPasswordHasher<StaffAccount>>(provider => provider.GetRequiredService<StaffPasswordHasher>());
        services.AddSingleton<ILookupNormalizer>(provider => provider.GetRequiredService<NameRule>());
        // In place of Identity's own, which it leaves out where there is one.
        services.AddScoped<IUserValidator<StaffAccount>>(provider => provider.GetRequiredService<NameRule>());
        services.AddScoped<IPasswordValidator<StaffAccount>, PasswordRule>();
        services.AddScoped<StaffDesk>();
        return services.AddIdentityCore<StaffAccount>().AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);
    }

    public static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStaffAccounts(StaffOptions.From(configuration)).AddSignInManager().AddClaimsPrincipalFactory<StaffPrincipals>();
        services.AddScoped<StaffSignIn>().AddSingleton<StaffSession>().AddSingleton<StaffLimits>().AddSingleton<ForgedRequests>().AddSingleton<WrongPlaces>();
        // No scheme is the default: what citizens open does not ask who they are.
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => cookie.EventsType = typeof(StaffSession))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        Cookie(services, IdentityConstants.ApplicationScheme, "nhan-vien", options => options.Idle, isSliding: true);
        Cookie(services, IdentityConstants.TwoFactorUserIdScheme, "nhan-vien-nua-duong", _ => Halfway, isSliding: false);
        services.AddAuthorization(StaffPolicies.Add);
        services.AddAntiforgery(forms =>
            (forms.Cookie.Name, forms.Cookie.Path, forms.Cookie.SameSite) = ("nhan-vien-bieu-mau", StaffAddresses.Root, SameSiteMode.Strict));
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<ForgedRequests>();
            options.Filters.AddService<WrongPlaces>();
        });
        // Last: Razor Pages begin with conventions of their own, which would replace these.
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Staff", StaffPolicies.SignedIn);
            foreach (var open in (string[])["SignIn", "SecondFactor", "Enrol"]) options.Conventions.AllowAnonymousToPage("/Staff/" + open);
            foreach (var page in (string[])["Start", "Publish", "Versions", "Figures", "FiguresFile", "Unanswered", "UnansweredGroup", "UnansweredExample"])
                options.Conventions.AuthorizePage("/Staff/" + page, StaffPolicies.Editor);
            options.Conventions.AuthorizeFolder("/Staff/Notices", StaffPolicies.Editor);
            foreach (var page in (string[])["Urgent", "UnansweredReply"]) options.Conventions.AuthorizePage("/Staff/" + page, StaffPolicies.Publisher);
            foreach (var kept in (string[])["Accounts", "Account", "Audit"]) options.Conventions.AuthorizePage("/Staff/" + kept, StaffPolicies.Administrator);
        });
        return services;
    }

    private static void Cookie(IServiceCollection services, string scheme, string name, Func<StaffOptions, TimeSpan> life, bool isSliding) =>
        services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<StaffOptions, PublicAddressOptions>((cookie, options, address) =>
        {
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (life(options), isSliding);
            (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.SameSite, cookie.Cookie.HttpOnly) = (name, StaffAddresses.Root, SameSiteMode.Strict, true);
            var isHttps = address.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
            cookie.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
}
