using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Staff.Accounts;
using Bot.Storage;
using Bot.Web.Files;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.WebEncoders;

namespace Bot.Web;

/// <summary>The pages that citizens open: what they are made of, and what browsers are told about them.</summary>
public static class Site
{
    /// <summary>Where programs ask, who want a status and no page that explains it.</summary>
    private static readonly string[] ForPrograms = ["/v3", "/webchat", "/channels", "/api", "/health", "/assets"];

    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(QualityOptions.From(configuration));
        services.AddSingleton<Assets>().AddSingleton<LivePages>().AddSingleton<LauncherScript>();
        services.AddRazorPages();
        ProtectData(services);
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

    /// <summary>The pages stand on a branch of their own, which the first one that is asked for builds: a fifth of the start would go into it.</summary>
    public static void UseSite(this IApplicationBuilder app)
    {
        // Here and not at the first request, so that a missing file stops the start.
        app.ApplicationServices.GetRequiredService<Assets>();
        app.UseSecurityHeaders();
        app.Use(next =>
        {
            var pages = new Lazy<RequestDelegate>(() => Pages(app.New(), next));
            return context => ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path)) ? next(context) : pages.Value(context);
        });
    }

    private static RequestDelegate Pages(IApplicationBuilder branch, RequestDelegate otherwise)
    {
        branch.UseResponseCompression();
        branch.UseExceptionHandler("/loi");
        branch.UseStatusCodePagesWithReExecute("/loi");
        branch.UseStaffGate();
        branch.UseRouting();
        branch.UseAuthorization();
        branch.UseEndpoints(routes => routes.MapRazorPages());
        branch.Run(otherwise);
        return branch.Build();
    }

    // Razor Pages bring keys for forms that are posted. They are read when the first form asks for them: at every start it would cost time.
    private static void ProtectData(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("tro-ly");
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeyRing>((options, ring) => options.XmlRepository = ring);
        var loader = services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService");
        if (loader is not null) services.Remove(loader);
    }
}
