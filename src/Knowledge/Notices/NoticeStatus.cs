namespace Knowledge.Notices;

/// <summary>Whether a notice still tells what holds.</summary>
public enum NoticeStatus
{
    /// <summary>Tells what holds today.</summary>
    InForce,

    /// <summary>Answers, but nobody could say whether it still holds: the answer says so.</summary>
    Unconfirmed,

    /// <summary>Tells what held then; never served as today's rule.</summary>
    Historical,

    /// <summary>Being written; answers nobody.</summary>
    Draft,
}
