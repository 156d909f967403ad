namespace StandIns.Graph;

/// <summary>What the service knows of one citizen on the page.</summary>
internal sealed class GraphUser
{
    public DateTimeOffset? LastAction { get; set; }

    /// <summary>The error that every message to the citizen earns.</summary>
    public GraphError? Refusal { get; set; }
}
