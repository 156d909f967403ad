using Bot.Operation;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.Entrance;

/// <summary>Decides whether a browser's page may call: ours may, those of Web:Origins may, and what is no page (no Origin) may.</summary>
public sealed class Origins(OriginOptions options, PublicAddressOptions address)
{
    private const string Methods = "GET, POST, OPTIONS";
    private const string RequestHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    /// <summary>The Origin header; null when there is none.</summary>
    public static string? Of(HttpRequest request) => request.Headers.Origin is { Count: > 0 } origin ? origin.ToString() : null;

    public bool Allow(HttpRequest request) => Of(request) is not { } origin || IsOwn(request, origin) || options.Origins.Contains(origin);

    /// <summary>Lets the browser hand the answer to a page of another origin.</summary>
    public static void Expose(HttpContext context, string origin)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        // Origins are exact, so the cookie may come along where the browser lets it (the same site, another host).
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }

    public static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    public static void AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = "7200";
        context.Response.StatusCode = 204;
    }

    // The scheme may differ: a proxy that ends TLS and is not in Proxy:Known leaves us with http.
    private bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        && (url.Authority.Equals(Authority(request, url.Scheme), StringComparison.OrdinalIgnoreCase)
            || origin.Equals(address.PublicUrl is { } ours ? new Uri(ours).GetLeftPart(UriPartial.Authority) : null, StringComparison.OrdinalIgnoreCase));

    private static string Authority(HttpRequest request, string scheme) =>
        request.Host.Port is { } port && port != (scheme == "https" ? 443 : 80) ? request.Host.Host + ":" + port : request.Host.Host;
}
