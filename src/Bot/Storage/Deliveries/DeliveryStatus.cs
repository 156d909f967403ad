namespace Bot.Storage.Deliveries;

/// <summary>What a reply that is not delivered waits for.</summary>
public enum DeliveryStatus
{
    /// <summary>To be sent.</summary>
    Queued = 0,

    /// <summary>The channel lets us write only after the citizen's next message.</summary>
    Waiting = 1,

    /// <summary>Given up; kept to be read and, on demand, sent again.</summary>
    Dead = 2,
}
