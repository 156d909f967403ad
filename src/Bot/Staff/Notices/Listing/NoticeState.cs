namespace Bot.Staff.Notices.Listing;

/// <summary>How a notice stands, for those who keep it.</summary>
public enum NoticeState
{
    InForce,

    /// <summary>Answers, but whether it still holds has to be found out.</summary>
    Unconfirmed,

    /// <summary>In force for a week more at most.</summary>
    Expiring,

    /// <summary>Not in force yet.</summary>
    Later,

    /// <summary>Run out, or of another time.</summary>
    Over,

    /// <summary>Its file is faulty: an older text answers, or none.</summary>
    Faulty,

    /// <summary>Not published.</summary>
    Draft,
}
