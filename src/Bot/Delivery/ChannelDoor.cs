using Bot.Storage.Deliveries;

namespace Bot.Delivery;

/// <summary>The way to one channel: so many at once, and nobody while it is shut.</summary>
internal sealed class ChannelDoor(IPushChannel channel, DeliveryOptions options)
{
    private long shutUntil;

    public IPushChannel Channel => channel;

    /// <summary>Places for what is on its way.</summary>
    public SemaphoreSlim Places { get; } = new(options.AtOnce);

    /// <summary>How long the channel is still shut; zero or less when it is open.</summary>
    public TimeSpan Shut(DateTimeOffset now) => TimeSpan.FromMilliseconds(Volatile.Read(ref shutUntil) - now.ToUnixTimeMilliseconds());

    /// <summary>Shuts it: whatever was tried now would meet the same refusal.</summary>
    public void ShutUntil(DateTimeOffset until) => Volatile.Write(ref shutUntil, until.ToUnixTimeMilliseconds());

    /// <summary>Whether the citizen has been silent for too long to be written to.</summary>
    public bool IsClosed(QueuedDelivery delivery, DateTimeOffset now) => channel.Window is { } window && now - delivery.Heard > window;
}
