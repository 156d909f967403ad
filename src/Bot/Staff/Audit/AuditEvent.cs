namespace Bot.Staff.Audit;

/// <summary>The names of what is written into the audit log; how a page calls each stands in content/pages/nhan-vien.md.</summary>
public static class AuditEvent
{
    public const string Added = "added";
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";
    public const string WrongName = "wrong-name";
    public const string WrongPassword = "wrong-password";
    public const string WrongCode = "wrong-code";
    public const string WhileLocked = "while-locked";
    public const string LockedOut = "locked-out";
    public const string Enrolled = "enrolled";
    public const string Recovered = "recovered";
    public const string PasswordChanged = "password-changed";
    public const string PasswordGiven = "password-given";
    public const string RoleChanged = "role-changed";
    public const string Locked = "locked";
    public const string Unlocked = "unlocked";
    public const string FactorReset = "factor-reset";
    public const string Forbidden = "forbidden";
    public const string Forged = "forged";
    public const string WrongPlace = "wrong-place";
    public const string BannerSet = "banner-set";
    public const string BannerEnded = "banner-ended";
    public const string ChannelOff = "channel-off";
    public const string ChannelOn = "channel-on";
    public const string Published = "published";
    public const string TakenBack = "taken-back";
    public const string ChangedOnDisk = "changed-on-disk";
    public const string Merged = "merged";
    public const string ClashKept = "clash-kept";
    public const string ClashTaken = "clash-taken";
    public const string ClashDiscarded = "clash-discarded";
    public const string DraftBegun = "draft-begun";
    public const string DraftSaved = "draft-saved";
    public const string DraftDeleted = "draft-deleted";
    public const string WordImported = "word-imported";
    public const string WordRefused = "word-refused";
    public const string RemarksDismissed = "remarks-dismissed";
    public const string QuestionMarked = "question-marked";
    public const string QuestionUnmarked = "question-unmarked";
    public const string QuestionReplied = "question-replied";
    public const string ExampleAdded = "example-added";
}
