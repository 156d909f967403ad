using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.Connector.Access;

/// <summary>What is judged of a call: its Authorization header, what its activity claims, and where it comes from.</summary>
public sealed record ConnectorCall(string? Authorization, string? ServiceUrl, string? ChannelId, IPAddress? Remote, bool Relayed)
{
    private static readonly string[] RelayHeaders = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip", "X-Azure-ClientIP"];
    private static readonly string[] RelayPrefixes = ["X-Forwarded", "X-Original-", "X-Envoy-"];

    /// <summary>Whether the caller sits at this machine and nothing speaks for somebody behind him.</summary>
    public bool IsLocal => !Relayed && Remote is { } remote && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);

    public static ConnectorCall Of(HttpContext context, string? serviceUrl, string? channelId)
    {
        var headers = context.Request.Headers;
        // Two headers are no header that anybody could mean.
        var authorization = headers.Authorization is { Count: 1 } one ? one.ToString() : headers.Authorization.Count == 0 ? null : "";
        return new ConnectorCall(authorization, serviceUrl, channelId, context.Connection.RemoteIpAddress, IsRelayed(context.Request));
    }

    // A proxy on this machine makes everybody look local. Most leave a header. One that leaves none mostly keeps the public
    // name in Host; so does a page whose name was pointed at 127.0.0.1; and a browser's page says its origin.
    private static bool IsRelayed(HttpRequest request) =>
        request.Headers.Any(header => IsRelayHeader(header.Key)) || !IsLoopbackHost(request.Host.Host)
        || (request.Headers.Origin is { Count: > 0 } origin && !IsLoopbackOrigin(origin));

    private static bool IsRelayHeader(string name) =>
        RelayHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || Array.Exists(RelayPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopbackOrigin(StringValues origin) =>
        origin.Count == 1 && Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var url) && (url.Scheme is "http" or "https") && IsLoopbackHost(url.Host);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // The header is as good as a password.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"ChannelId = {ChannelId}, Remote = {Remote}, Relayed = {Relayed}");
        return true;
    }
}
