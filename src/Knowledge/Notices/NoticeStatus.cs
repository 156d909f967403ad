namespace Knowledge.Notices;

/// <summary>Whether a notice still tells what holds.</summary>
public enum NoticeStatus
{
    /// <summary>Tells what holds today.</summary>
    InForce,

    /// <summary>Tells what held then; never served as today's rule.</summary>
    Historical,

    /// <summary>Being written; answers nobody.</summary>
    Draft,
}
