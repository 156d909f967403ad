using System.Collections.Immutable;

namespace Bot.Channels.Connector.Access.Services;

/// <summary>One entry of the allow-list: a host, or every host below a domain, at one port of HTTPS.</summary>
/// <param name="InClear">HTTP in place of HTTPS, which only this machine itself may be.</param>
public sealed record TrustedService(string Host, bool Below = false, int Port = 443, bool InClear = false)
{
    // Anybody may rent a name below these.
    private static readonly ImmutableArray<string> Shared =
        ["trafficmanager.net", "azurewebsites.net", "azure.com", "azureedge.net", "azurefd.net", "windows.net", "microsoftonline.com", "ngrok.io", "ngrok-free.app", "devtunnels.ms"];

    /// <summary>Where the public cloud's channels listen.</summary>
    public static ImmutableArray<TrustedService> Known { get; } =
        [new("smba.trafficmanager.net"), new("smba.infra.gcc.teams.microsoft.com"), new("botframework.com", Below: true)];

    /// <summary>An entry as the operator writes it ("host", "*.domain", "https://host:port", "http://localhost:port"; a path does not matter); null when it is none.</summary>
    public static TrustedService? Parse(string text)
    {
        var isInClear = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var end)
        {
            if (!isInClear && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return null;
            text = text[(end + 3)..].Split('/')[0];
        }
        var below = text.StartsWith("*.", StringComparison.Ordinal);
        if (below) text = text[2..];
        var colon = text.IndexOf(':');
        var port = isInClear ? 80 : 443;
        if (colon >= 0 && (!int.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out port) || port is < 1 or > 65535)) return null;
        var host = (colon < 0 ? text : text[..colon]).ToLowerInvariant();
        if (!IsHost(host) || (below && (!host.Contains('.') || Shared.Contains(host)))) return null;
        if (isInClear && (below || host is not ("localhost" or "127.0.0.1"))) return null;
        return new TrustedService(host, below, port, isInClear);
    }

    public bool Covers(string host, int? port, bool isInClear) => isInClear == InClear && (port ?? (isInClear ? 80 : 443)) == Port
        && (host.Equals(Host, StringComparison.OrdinalIgnoreCase)
            ? !Below
            : Below && host.Length > Host.Length + 1 && host.EndsWith(Host, StringComparison.OrdinalIgnoreCase) && host[^(Host.Length + 1)] == '.');

    /// <summary>Whether a name is one of plain labels: no other alphabet, no empty label, no dot at the end.</summary>
    public static bool IsHost(string host) =>
        host.Length is > 0 and <= 253 && host.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
