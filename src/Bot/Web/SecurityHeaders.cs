using System.Text.RegularExpressions;

namespace Bot.Web;

/// <summary>The headers that tell a browser what a page of ours never does.</summary>
public static partial class SecurityHeaders
{
    // The hash of nothing: one part of Web Chat adds an empty style without the nonce and fills it by script.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an error page starts its response anew and would lose them.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers["Referrer-Policy"].Count == 0) headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true) return;
        headers.ContentSecurityPolicy = Policy(context);
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Every page carries a nonce of its own, so none may be kept by a cache between us and the reader.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-cache";
    }

    private static string Policy(HttpContext context)
    {
        var nonce = Nonce.Of(context);
        var host = context.Request.Host.Value ?? "";
        // Older Safari does not count the WebSocket of the same host as 'self'.
        var socket = HostShape().IsMatch(host) ? $" {(context.Request.IsHttps ? "wss" : "ws")}://{host}" : "";
        return $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; connect-src 'self'{socket}; " +
            "img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.:\[\]-]+\z")]
    private static partial Regex HostShape();
}
