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

    /// <summary>Shuts it: whatever was tried now would meet the same refusal. It is not opened sooner for a shorter wait.</summary>
    public void ShutUntil(DateTimeOffset until)
    {
        var wanted = until.ToUnixTimeMilliseconds();
        for (var known = Volatile.Read(ref shutUntil); wanted > known && Interlocked.CompareExchange(ref shutUntil, wanted, known) is var found && found != known; known = found)
        {
        }
    }

    /// <summary>Whether the citizen has been silent for too long to be written to.</summary>
    public bool IsClosed(QueuedDelivery delivery, DateTimeOffset now) => channel.Window is { } window && now - delivery.Heard > window;
}
