using Bot.Channels.Connector;
using Bot.Channels.Messenger;
using Bot.Channels.Zalo;
using Bot.Delivery;
using Bot.Storage.Activities;

namespace Bot.Staff.Urgent;

/// <summary>What publishers do in a hurry: each answers null when done, else the key of what is wrong. On this node it holds at once.</summary>
public sealed class UrgentDesk(UrgentLog log, LiveStanding live, Deliverer deliverer, TimeProvider time)
{
    /// <summary>The longest text of a banner, or sentence of a switch, in characters.</summary>
    public const int Longest = 300;

    /// <summary>All channels there can be, by their names in the store; pages call each by the word "channel.NAME".</summary>
    public static readonly IReadOnlyList<string> AllChannels =
        [ActivityLog.ReadByClient, ZaloChannel.ChannelName, MessengerChannel.ChannelName, ConnectorChannel.ChannelName];

    /// <summary>Those that are connected, and so can be switched off.</summary>
    public IEnumerable<string> Channels => AllChannels.Where(channel => channel == ActivityLog.ReadByClient || deliverer.Channels.Contains(channel));

    public async Task<string?> SetBannerAsync(string? text, DateTimeOffset? start, DateTimeOffset? end, string actor)
    {
        var line = OnOneLine(text);
        var fault = line.Length == 0 ? "urgent.no-text"
            : line.Length > Longest ? "urgent.too-long"
            : start is null || end is null ? "urgent.no-time"
            : end <= start ? "urgent.end-before-start"
            : end <= time.GetUtcNow() ? "urgent.end-past"
            : null;
        if (fault is not null) return fault;
        await log.SetBannerAsync(line, start!.Value, end!.Value, actor);
        live.Refresh();
        return null;
    }

    public async Task<string?> EndBannerAsync(long id, string actor)
    {
        await log.EndBannerAsync(id, actor);
        live.Refresh();
        return null;
    }

    /// <param name="sentence">What is said there instead; blank for the usual sentence.</param>
    public async Task<string?> SwitchOffAsync(string channel, string? sentence, string actor)
    {
        var line = OnOneLine(sentence);
        if (line.Length > Longest) return "urgent.too-long";
        await log.SwitchOffAsync(channel, line.Length == 0 ? null : line, actor);
        live.Refresh();
        return null;
    }

    public async Task<string?> SwitchOnAsync(string channel, string actor)
    {
        await log.SwitchOnAsync(channel, actor);
        live.Refresh();
        return null;
    }

    private static string OnOneLine(string? text) => string.Join(' ', (text ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
