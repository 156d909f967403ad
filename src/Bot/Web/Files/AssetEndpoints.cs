using Microsoft.Net.Http.Headers;

namespace Bot.Web.Files;

/// <summary>Where the assets are served: under their hash for ever, and the launcher under the address that other sites know.</summary>
public static class AssetEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string Briefly = "public, max-age=300";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var assets = routes.ServiceProvider.GetRequiredService<Assets>();
        var launcher = routes.ServiceProvider.GetRequiredService<LauncherScript>();
        routes.MapMethods("/assets/{file}", Reading, context => SendAny(context, assets));
        routes.MapMethods("/tro-ly.js", Reading, context => Send(context, launcher.Current, Briefly));
    }

    private static Task SendAny(HttpContext context, Assets assets)
    {
        var address = context.Request.Path.Value!;
        if (address == assets.WebChat.Address) return SendWebChat(context, assets.WebChat);
        if (assets.ByAddress.TryGetValue(address, out var asset)) return Send(context, asset, ForEver);
        // The first line of Web Chat names this file, beside itself.
        if (address == $"/assets/{WebChatBundle.Name}.LICENSE.txt") return SendFile(context, assets.WebChat.LicenseFile, "text/plain; charset=utf-8");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task Send(HttpContext context, Asset asset, string caching)
    {
        var coding = Codings.Accepted(context.Request);
        if (!Begin(context, asset.Name, asset.Hash, coding, caching)) return Task.CompletedTask;
        var content = asset.In(coding);
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content).AsTask();
    }

    private static Task SendWebChat(HttpContext context, WebChatBundle bundle)
    {
        var coding = Codings.Accepted(context.Request);
        return Begin(context, WebChatBundle.Name, bundle.Hash, coding, ForEver) ? SendFile(context, bundle.File(coding)) : Task.CompletedTask;
    }

    private static Task SendFile(HttpContext context, string file, string? type = null)
    {
        if (type is not null) context.Response.ContentType = type;
        context.Response.ContentLength = new FileInfo(file).Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(file);
    }

    /// <summary>Writes the headers; false where the browser has the file already.</summary>
    private static bool Begin(HttpContext context, string name, string hash, Coding coding, string caching)
    {
        var headers = context.Response.Headers;
        // A tag names one sequence of bytes, so each coding has its own.
        var tag = new EntityTagHeaderValue($"\"{hash}{coding.Ending()}\"");
        headers.ETag = tag.ToString();
        headers.CacheControl = caching;
        headers.Vary = HeaderNames.AcceptEncoding;
        // The department's own site loads them too; there is nothing of anybody in them.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }
        context.Response.ContentType = TypeOf(name);
        if (coding.Name() is { } encoding) headers.ContentEncoding = encoding;
        return true;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
