namespace Bot.Channels.Connector.Access;

/// <summary>What the check says of a call: what proved it, or the status, code and reason of its refusal.</summary>
public sealed record ConnectorVerdict
{
    private ConnectorVerdict()
    {
    }

    /// <summary>What proved the call; null when it is refused.</summary>
    public ConnectorProof? Proof { get; private init; }

    public bool IsAccepted => Proof is not null;

    /// <summary>200 for a call that is accepted; 401 when nobody is proven, 403 when somebody is who may not, 503 when it cannot be told now.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>A word for machines and tests; empty when accepted.</summary>
    public string Code { get; private init; } = "";

    /// <summary>A sentence for the log; it holds nothing that the caller wrote.</summary>
    public string Reason { get; private init; } = "";

    public static ConnectorVerdict Accepted(ConnectorProof proof) => new() { Proof = proof };

    public static ConnectorVerdict Unproven(string code, string reason) => new() { Status = 401, Code = code, Reason = reason };

    /// <summary>Nobody can tell now, which is no refusal: the same call may be brought again.</summary>
    public static ConnectorVerdict Unjudged(string code, string reason) => new() { Status = 503, Code = code, Reason = reason };

    public static ConnectorVerdict Forbidden(string code, string reason) => new() { Status = 403, Code = code, Reason = reason };
}
