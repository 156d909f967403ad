using System.Net;
using Bot.Operation.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Bot.Operation;

/// <summary>The reverse proxies whose word about the citizen's address is taken.</summary>
public sealed record ProxyOptions
{
    public IReadOnlyList<System.Net.IPNetwork> Known { get; init; } = [];

    public static ProxyOptions From(IConfiguration configuration) =>
        new() { Known = [.. configuration.List("Proxy:Known").Select(Read)] };

    /// <summary>What ASP.NET is told: nobody else's X-Forwarded-For or X-Forwarded-Proto counts.</summary>
    public ForwardedHeadersOptions Forwarded()
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in Known) forwarded.KnownIPNetworks.Add(network);
        return forwarded;
    }

    private static System.Net.IPNetwork Read(string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        return System.Net.IPNetwork.TryParse(text, out var network) ? network
            : throw SettingReading.Bad("Proxy:Known", text, "mỗi mục phải là một địa chỉ IP hoặc một dải như 10.0.0.0/8");
    }
}
