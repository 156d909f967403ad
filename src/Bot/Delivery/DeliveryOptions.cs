using Bot.Operation.Settings;

namespace Bot.Delivery;

/// <summary>How replies are delivered.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Messages on their way to one channel at the same time.</summary>
    public int AtOnce { get; init; } = 32;

    /// <summary>How long a channel may take to answer before nobody knows whether it has the message.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a reply is tried before it is given up.</summary>
    public TimeSpan GiveUp { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    public static DeliveryOptions From(IConfiguration configuration) => new()
    {
        AtOnce = configuration.Whole("Delivery:AtOnce", 32, 1, 1000),
        Patience = TimeSpan.FromSeconds(configuration.Whole("Delivery:PatienceSeconds", 10, 1, 120)),
        GiveUp = TimeSpan.FromHours(configuration.Whole("Delivery:GiveUpHours", 24, 1, 24 * 30)),
        LongestWait = TimeSpan.FromSeconds(configuration.Whole("Delivery:LongestWaitSeconds", 300, 1, 24 * 3600)),
    };
}
