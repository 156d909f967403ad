using System.Reflection;
using System.Text.Json;
using Bot.Content;
using Bot.Dossiers.Portal;
using Bot.Protocol;
using Bot.Storage.Activities;
using Polly.CircuitBreaker;

namespace Bot.Operation;

/// <summary>What the machines that watch the process ask it.</summary>
public static class HealthRoutes
{
    // Without the commit that the build appends.
    private static readonly string Version =
        typeof(HealthRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", context => Plain(context, 200, "live"));
        routes.MapGet("/health/ready", context => Serves(context) ? Plain(context, 200, "ready") : Plain(context, 503, "not ready"));
        routes.MapGet("/health", WriteAsync);
    }

    private static bool Serves(HttpContext context) => context.RequestServices.GetRequiredService<LiveContent>().Ready.IsCompletedSuccessfully;

    private static Task Plain(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text);
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var (serves, pending) = (Serves(context), Pending(context));
        context.Response.StatusCode = serves && pending is not null ? 200 : 503;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = ProtocolJson.Wire.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("status", serves && pending is not null ? "ok" : "down");
        json.WriteString("version", Version);
        if (pending is { } turns) json.WriteNumber("pendingTurns", turns);
        if (context.RequestServices.GetService<PortalClient>() is { } portal)
            json.WriteString("dossierPortal", portal.Circuit == CircuitState.Closed ? "ok" : "down");
        json.WriteStartArray("contentFaults");
        foreach (var fault in context.RequestServices.GetRequiredService<LiveContent>().Current.Faults) json.WriteStringValue(fault.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How many turns wait; null when the store cannot be read.</summary>
    private static long? Pending(HttpContext context)
    {
        try
        {
            return context.RequestServices.GetRequiredService<ActivityLog>().CountPending();
        }
        catch (System.Data.Common.DbException)
        {
            return null;
        }
    }
}
