using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Operation;

/// <summary>The address under which citizens reach this server: the setting Web:PublicUrl, else the first one that it listens on.</summary>
public sealed class PublicAddress(PublicAddressOptions options, IServer server)
{
    private string? listening;

    /// <summary>The address without a slash at its end.</summary>
    public string Value => options.PublicUrl ?? (listening ??= Listening()) ?? "http://localhost:5080";

    /// <summary>A path of this server made whole; what is not a path stays as it is.</summary>
    public string Of(string path) => path.StartsWith('/') ? Value + path : path;

    /// <summary>Markdown whose links into this server ("](/thong-bao/…)") work wherever it is shown.</summary>
    public string Absolute(string markdown) => markdown.Contains("](/", StringComparison.Ordinal) ? markdown.Replace("](/", "](" + Value + "/") : markdown;

    // Known only once the server listens; a wildcard is no address that a browser could open.
    private string? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("//[::]", "//localhost").Replace("//0.0.0.0", "//localhost").Replace("//+", "//localhost").Replace("//*", "//localhost").TrimEnd('/');
}
