namespace StandIns.Webhooks;

/// <summary>Right signatures of Messenger's, and the ways to get one wrong.</summary>
public enum MessengerSignature
{
    Right,
    Missing,
    Empty,

    /// <summary>One digit is another.</summary>
    Wrong,

    /// <summary>Only the legacy header with SHA-1.</summary>
    OnlySha1,

    /// <summary>The digits without "sha256=".</summary>
    NoPrefix,

    /// <summary>Signed with some other secret.</summary>
    OtherSecret,

    /// <summary>Signed over the letters as themselves, though the body is escaped.</summary>
    Unescaped,

    /// <summary>The signature of the same body with its last byte changed.</summary>
    OtherBody,

    /// <summary>Cut to half of its length.</summary>
    Short,
}
