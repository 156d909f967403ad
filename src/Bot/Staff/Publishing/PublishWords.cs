using Bot.Content.Gate;

namespace Bot.Staff.Publishing;

/// <summary>How the pages call what the gate sees and how a version came about: keys of their words.</summary>
public static class PublishWords
{
    public static string Key(ChangeKind kind) => kind switch
    {
        ChangeKind.NewlyWrong => "gate.newly-wrong",
        ChangeKind.NowUnanswered => "gate.now-unanswered",
        ChangeKind.Contradiction => "gate.contradiction",
        ChangeKind.OtherSource => "gate.other-source",
        ChangeKind.NewlyRight => "gate.newly-right",
        _ => "gate.now-answered",
    };

    public static string Key(VersionOrigin origin) => origin switch
    {
        VersionOrigin.Page => "versions.origin-page",
        VersionOrigin.Disk => "versions.origin-disk",
        _ => "versions.origin-back",
    };
}
