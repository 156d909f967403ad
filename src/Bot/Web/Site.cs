using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.WebEncoders;

namespace Bot.Web;

/// <summary>The pages that citizens open: what they are made of, and what browsers are told about them.</summary>
public static class Site
{
    /// <summary>Where programs ask, who want a status and no page that explains it.</summary>
    private static readonly string[] ForPrograms = ["/v3", "/webchat", "/health", "/assets"];

    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton<Assets>().AddSingleton<LivePages>().AddSingleton<LauncherScript>();
        services.AddRazorPages();
        KeepNoKeys(services);
        // Vietnamese letters as themselves, not as entities of three times their size.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        // It writes whole addresses, and what is asked at /hoi stands in them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    public static void UseSite(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler("/loi");
        app.UseStatusCodePagesWithReExecute("/loi");
        app.Use((context, next) =>
        {
            if (ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path))) context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            return next(context);
        });
    }

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapRazorPages();
    }

    // Razor Pages bring keys for forms that are posted. No page of ours posts one, and making them would cost time at every start.
    private static void KeepNoKeys(IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var loader = services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService");
        if (loader is not null) services.Remove(loader);
    }
}
