namespace Bot.Dossiers.Portal;

/// <summary>What came over the wire, whatever it means.</summary>
public sealed record PortalAnswer(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>Whether the portal is overburdened or out of order: a fault of its own and not of what it was asked.</summary>
    public bool IsFailure => Status is >= 500 or 429;

    /// <summary>Whether it has asked for more patience than a citizen has.</summary>
    public bool IsPutOff => RetryAfter > TimeSpan.FromSeconds(1);
}
