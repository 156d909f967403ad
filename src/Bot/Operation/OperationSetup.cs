using Bot.Operation.Logs;
using Bot.Operation.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Operation;

/// <summary>What every server needs besides its work: a clock, a log, an address, an end to what it keeps.</summary>
public static class OperationSetup
{
    public const string DefaultUrl = "http://localhost:5080";

    public static void AddOperation(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSingleton(PublicAddressOptions.From(configuration))
            .AddSingleton<PublicAddress>()
            .AddSingleton(LogOptions.From(configuration))
            .AddSingleton<ConsoleFormatter, MaskedFormatter>()
            .AddSingleton(RetentionOptions.From(configuration))
            .AddSingleton<Retention>()
            .AddHostedService(services => services.GetRequiredService<Retention>())
            .AddSingleton(ProxyOptions.From(configuration));
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = MaskedFormatter.FormatterName);
        // A start that fails is explained by StartFailure, in one line; the host's own account of it would bury that.
        var started = new Started();
        builder.Services.AddSingleton(started);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started.Yes && level >= LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!HasAddress(configuration)) builder.WebHost.UseUrls(DefaultUrl);
    }

    /// <summary>Takes the citizen's address from the known proxies, if there are any.</summary>
    public static void UseKnownProxies(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<ProxyOptions>();
        if (proxies.Known.Count > 0) app.UseForwardedHeaders(proxies.Forwarded());
    }

    /// <summary>Says where the page is, once it is there.</summary>
    public static void AnnounceAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        app.Services.GetRequiredService<Started>().Yes = true;
        Console.WriteLine("Trợ lý đã sẵn sàng: " + app.Services.GetRequiredService<PublicAddress>().Value);
    });

    private static bool HasAddress(IConfiguration configuration) =>
        configuration.Text("urls") is not null || configuration.Text("http_ports") is not null || configuration.Text("https_ports") is not null
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
