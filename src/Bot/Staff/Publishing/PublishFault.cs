namespace Bot.Staff.Publishing;

/// <summary>Why something was not published; each is the key of the sentence that says so.</summary>
public static class PublishFault
{
    public const string Meanwhile = "publish.meanwhile";
    public const string TwoPeople = "publish.two-people";
    public const string OldFaulty = "versions.faulty";
    public const string Faulty = "publish.faulty";
    public const string Clash = "publish.clash";
    public const string Reason = "publish.reason-missing";
    public const string Unticked = "publish.unticked";
    public const string Busy = "publish.busy";
    public const string Unwritable = "publish.unwritable";

    /// <summary>It is published, but its file could not be written yet.</summary>
    public const string Late = "publish.late";
}
