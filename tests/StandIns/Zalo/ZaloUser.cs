namespace StandIns.Zalo;

/// <summary>What the service knows of one citizen.</summary>
internal sealed class ZaloUser
{
    /// <summary>The error that every message to the citizen earns; 0 for none.</summary>
    public int Refusal { get; set; }

    public DateTimeOffset? LastInteraction { get; set; }
}
