namespace StandIns.Webhooks;

/// <summary>Right signatures, and the ways to get one wrong.</summary>
public enum ZaloSignature
{
    Right,
    Missing,
    Empty,

    /// <summary>One digit is another.</summary>
    Wrong,

    /// <summary>HMAC with the secret as the key, as many clients compute it.</summary>
    Hmac,

    /// <summary>Signed with some other secret.</summary>
    OtherSecret,

    /// <summary>The signature of the same body with its last byte changed.</summary>
    OtherBody,

    /// <summary>The right digits in capitals.</summary>
    UpperCase,

    /// <summary>Cut to half of its length.</summary>
    Short,
}
