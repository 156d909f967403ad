namespace StandIns.Webhooks;

/// <summary>How a webhook of Zalo's is signed; the defaults are the right way.</summary>
public sealed record ZaloSigning
{
    public ZaloSignature Signature { get; init; } = ZaloSignature.Right;

    /// <summary>Does the value begin with "mac="?</summary>
    public bool Prefix { get; init; } = true;

    /// <summary>The header X-ZEvent-Timestamp, when it is sent.</summary>
    public string? HeaderTimestamp { get; init; }

    /// <summary>Is the header's timestamp signed, and not the body's?</summary>
    public bool SignsHeaderTimestamp { get; init; }

    /// <summary>Is the account's id signed in the place of the app's?</summary>
    public bool SignsOaId { get; init; }

    /// <summary>The header num_retry, when it is sent.</summary>
    public int? Retry { get; init; }

    /// <summary>Letters beyond ASCII as \uXXXX.</summary>
    public bool Escaped { get; init; }

    /// <summary>Ids as numbers in place of strings.</summary>
    public bool NumericIds { get; init; }
}
