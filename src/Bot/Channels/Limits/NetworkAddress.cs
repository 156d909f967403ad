using System.Net;
using System.Net.Sockets;

namespace Bot.Channels.Limits;

/// <summary>Where a call comes from, as the limits count it: an IPv4 address, or the /64 that an IPv6 household has to itself.</summary>
public static class NetworkAddress
{
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "?";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
