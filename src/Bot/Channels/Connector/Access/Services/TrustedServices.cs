using System.Globalization;

namespace Bot.Channels.Connector.Access.Services;

/// <summary>Decides where our token may go; it reads the address letter by letter, so that no parser's kindness can be used against it.</summary>
public sealed class TrustedServices(ConnectorOptions options)
{
    private const int Longest = 2048;

    public bool Trusts(string? serviceUrl)
    {
        if (serviceUrl is not { Length: > 0 and <= Longest } || !serviceUrl.All(IsPlain)) return false;
        var start = serviceUrl.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return false;
        var (scheme, rest) = (serviceUrl[..start], serviceUrl[(start + 3)..]);
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        if (Split(authority) is not var (host, port)) return false;
        // The two readings must agree, or the sender would go where the check did not look.
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || !url.IdnHost.Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)) return false;
        if (options.Development && IsLoopback(host) && IsWeb(scheme)) return true;
        if (!IsWeb(scheme) || !TrustedService.IsHost(host)) return false;
        var isInClear = scheme.Equals("http", StringComparison.OrdinalIgnoreCase);
        foreach (var service in options.ServiceUrls)
            if (service.Covers(host, port, isInClear)) return true;
        return false;
    }

    // No blank, no backslash, no @, no query or fragment, nothing beyond ASCII: a service's address has none of them.
    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '/' or '.' or '-' or '_' or '~' or '%' or '[' or ']';

    private static bool IsWeb(string scheme) => scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host == "127.0.0.1" || host == "[::1]";

    // Host and port; null when the authority holds anything else.
    private static (string Host, int? Port)? Split(string authority)
    {
        var end = authority.StartsWith('[') ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        if (end < 0) end = authority.Length;
        var (host, rest) = (authority[..end], authority[end..]);
        if (host.Length == 0) return null;
        if (rest.Length == 0) return (host, null);
        return rest[0] == ':' && rest.Length is > 1 and <= 6 && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (host, port) : null;
    }
}
