using System.Collections.Immutable;

namespace Bot.Channels.Connector.Access.Services;

/// <summary>One entry of the allow-list: a host, or every host below a domain, at one port of HTTPS.</summary>
public sealed record TrustedService(string Host, bool Below = false, int Port = 443)
{
    // Anybody may rent a name below these.
    private static readonly ImmutableArray<string> Shared =
        ["trafficmanager.net", "azurewebsites.net", "azure.com", "azureedge.net", "azurefd.net", "windows.net", "microsoftonline.com", "ngrok.io", "ngrok-free.app", "devtunnels.ms"];

    /// <summary>Where the public cloud's channels listen.</summary>
    public static ImmutableArray<TrustedService> Known { get; } =
        [new("smba.trafficmanager.net"), new("smba.infra.gcc.teams.microsoft.com"), new("botframework.com", Below: true)];

    /// <summary>An entry as the operator writes it ("host", "*.domain", "https://host:port"); null when it is none.</summary>
    public static TrustedService? Parse(string text)
    {
        const string scheme = "https://";
        if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) text = text[scheme.Length..].TrimEnd('/');
        var below = text.StartsWith("*.", StringComparison.Ordinal);
        if (below) text = text[2..];
        var colon = text.IndexOf(':');
        var port = 443;
        if (colon >= 0 && (!int.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out port) || port is < 1 or > 65535)) return null;
        var host = (colon < 0 ? text : text[..colon]).ToLowerInvariant();
        if (!IsHost(host) || (below && (!host.Contains('.') || Shared.Contains(host)))) return null;
        return new TrustedService(host, below, port);
    }

    public bool Covers(string host, int port) => port == Port
        && (host.Equals(Host, StringComparison.OrdinalIgnoreCase)
            ? !Below
            : Below && host.Length > Host.Length + 1 && host.EndsWith(Host, StringComparison.OrdinalIgnoreCase) && host[^(Host.Length + 1)] == '.');

    /// <summary>Whether a name is one of plain labels: no other alphabet, no empty label, no dot at the end.</summary>
    public static bool IsHost(string host) =>
        host.Length is > 0 and <= 253 && host.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
