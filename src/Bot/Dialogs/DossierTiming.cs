using System.Globalization;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Dossiers;

namespace Bot.Dialogs;

/// <summary>Whether a dossier is in time: in working days where the calendar of the years is known, otherwise in dates only.</summary>
public sealed class DossierTiming(Wording wording, WorkingCalendar calendar)
{
    /// <summary>Whether work on it has ended, so that it cannot become late any more.</summary>
    public static bool HasEnded(Dossier dossier) => !dossier.MayBeOpen && dossier.State is 3 or 7 or 8 or 9 or 10 || dossier.Finished is not null;

    /// <summary>The sentences; empty where there is nothing to say.</summary>
    public string Of(Dossier dossier, DateTimeOffset at)
    {
        var now = VietnamTime.Moment(at);
        if (HasEnded(dossier)) return Ended(dossier);
        // Not received yet: no term runs.
        if (dossier.State == 1) return "";
        if (dossier.Due is not { } due) return dossier.State is 5 or 6 ? "" : wording.Say("dossier.no-due");
        var deadline = Deadline(due);
        if (!IsAfter(now, deadline)) return Running(dossier, due, deadline, now.Day);
        // While the office waits for the citizen, or the state is not ours to read, whose delay it is cannot be told.
        if (dossier.State is not (2 or 4)) return wording.Say("dossier.due-passed", ("due", Write(due)));
        var late = calendar.Between(deadline.Day, now.Day) is > 0 and { } days
            ? wording.Say("dossier.late-days", ("days", $"{days}"), ("due", Write(due)))
            : wording.Say("dossier.late", ("due", Write(due)));
        return late + " " + wording.Say("dossier.late-owed");
    }

    /// <summary>A moment as people write it, with its hour where it is known.</summary>
    public string Write(VietnamMoment moment) => moment.Time is { } time
        ? wording.Say("dossier.moment", ("time", time.ToString("HH:mm", CultureInfo.InvariantCulture)), ("day", VietnamTime.Write(moment.Day)))
        : VietnamTime.Write(moment.Day);

    private string Ended(Dossier dossier)
    {
        if (dossier is not { State: 9 or 10, Finished: { } finished, Due: { } due }) return "";
        return IsAfter(finished, Deadline(due))
            ? wording.Say("dossier.done-late", ("finished", VietnamTime.Write(finished.Day)), ("due", Write(due)))
            : wording.Say("dossier.done-on-time", ("finished", VietnamTime.Write(finished.Day)));
    }

    private string Running(Dossier dossier, VietnamMoment due, VietnamMoment deadline, DateOnly today)
    {
        // The term stands still while the citizen has to bring or pay something: no day of it is counted.
        if (dossier.State is 5 or 6) return "";
        if (deadline.Day == today) return wording.Say("dossier.due-today", ("due", Write(deadline)));
        var said = dossier.Received is { } received && calendar.Progress(received, due, today) is { } progress
            ? wording.Say(progress.Day > 0 ? "dossier.progress" : "dossier.progress-first", ("day", $"{progress.Day}"), ("of", $"{progress.Of}"))
            : wording.Say("dossier.not-late");
        return deadline.Day == due.Day ? said : said + " " + wording.Say("dossier.due-moved", ("due", Write(due)), ("deadline", Write(deadline)));
    }

    // Where the calendar of the year is missing a week-end still is one; what else may be a day off is not ours to guess.
    private VietnamMoment Deadline(VietnamMoment due) => calendar.Deadline(due) ?? due.Day.DayOfWeek switch
    {
        DayOfWeek.Saturday => new VietnamMoment(due.Day.AddDays(2)),
        DayOfWeek.Sunday => new VietnamMoment(due.Day.AddDays(1)),
        _ => due,
    };

    // A day without an hour is over at its end.
    private static bool IsAfter(VietnamMoment moment, VietnamMoment deadline) =>
        moment.Day > deadline.Day || moment.Day == deadline.Day && moment.Time is { } time && deadline.Time is { } until && time > until;
}
