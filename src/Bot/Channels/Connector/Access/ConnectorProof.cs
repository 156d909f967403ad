namespace Bot.Channels.Connector.Access;

/// <summary>What proved that a call may come in.</summary>
public enum ConnectorProof
{
    /// <summary>A channel's token; the activity's service and channel are proven with it.</summary>
    Channel,

    /// <summary>A token of the Emulator: the caller knows our password; the service is not proven.</summary>
    Emulator,

    /// <summary>Nothing but that the caller sits at this machine, in development.</summary>
    Loopback,
}
