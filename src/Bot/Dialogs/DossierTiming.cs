using System.Globalization;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Dossiers;

namespace Bot.Dialogs;

/// <summary>Whether a dossier is in time: in working days where the calendar of the years is known, otherwise in dates only.</summary>
public sealed class DossierTiming(Wording wording, WorkingCalendar calendar)
{
    private const string Owed = "dossier.late-owed";

    /// <summary>Whether work on it has ended, so that it cannot become late any more.</summary>
    public static bool HasEnded(Dossier dossier) => !dossier.MayBeOpen && (dossier.State is 3 or 7 or 8 or 9 or 10 || dossier is { State: null, Finished: not null });

    /// <summary>The sentences; empty where there is nothing to say.</summary>
    public Told Of(Dossier dossier, DateTimeOffset at)
    {
        var now = VietnamTime.Moment(at);
        if (HasEnded(dossier)) return Ended(dossier);
        // Not received yet: no term runs.
        if (dossier.State == 1) return "";
        if (dossier.DueNow is not { } due) return dossier.State is 5 or 6 ? "" : wording.Say("dossier.no-due");
        var deadline = Deadline(due);
        if (!IsAfter(now, deadline)) return Running(dossier, due, deadline, now.Day);
        // While the office waits for the citizen, the state is not ours to read, or what we know is older than the date, whose delay it is, or whether it is one, cannot be told.
        if (dossier.State is not (2 or 4) || dossier.AsOf is { } asOf && !IsAfter(VietnamTime.Moment(asOf), deadline)) return wording.Say("dossier.due-passed", ("due", Write(due)));
        // An hour is no day: nothing is owed yet.
        if (now.Day == deadline.Day) return wording.Say("dossier.late-hours", ("due", Write(due)));
        var late = calendar.Between(deadline.Day, now.Day) is > 0 and { } days
            ? wording.Say("dossier.late-days", ("days", $"{days}"), ("due", Write(due)))
            : wording.Say("dossier.late", ("due", Write(due)));
        return new Told(late + " " + wording.Say(Owed), Owed);
    }

    /// <summary>A moment as people write it, with its hour where it is known.</summary>
    public string Write(VietnamMoment moment) => moment.Time is { } time
        ? wording.Say("dossier.moment", ("time", time.ToString("HH:mm", CultureInfo.InvariantCulture)), ("day", wording.Day(moment.Day)))
        : wording.Day(moment.Day);

    private string Ended(Dossier dossier)
    {
        if (dossier is not { State: 9 or 10, MayBeOpen: false, Finished: { } finished, DueNow: { } due }) return "";
        return IsAfter(finished, Deadline(due))
            ? wording.Say("dossier.done-late", ("finished", wording.Day(finished.Day)), ("due", Write(due)))
            : wording.Say("dossier.done-on-time", ("finished", wording.Day(finished.Day)));
    }

    private string Running(Dossier dossier, VietnamMoment due, VietnamMoment deadline, DateOnly today)
    {
        // The term stands still while the citizen has to bring or pay something: no day of it is counted.
        if (dossier.State is 5 or 6) return "";
        var moved = deadline.Day == due.Day ? "" : " " + wording.Say("dossier.due-moved", ("due", Write(due)), ("deadline", Write(deadline)));
        if (deadline.Day == today) return wording.Say("dossier.due-today", ("due", Write(deadline))) + moved;
        // Nor where it may have stood still before, or may do so now.
        var progress = dossier is { State: 2 or 4, Supplements.IsEmpty: true, Received: { } received } ? calendar.Progress(received, due, today) : null;
        return (progress is var (day, of) ? wording.Say(Progress(day, today), ("day", $"{day}"), ("of", $"{of}")) : wording.Say("dossier.not-late")) + moved;
    }

    private string Progress(int day, DateOnly today) =>
        day == 0 ? "dossier.progress-first" : calendar.IsWorkingDay(today) == true ? "dossier.progress" : "dossier.progress-rest";

    // Where the calendar of the year is missing, a week-end and the holidays that are always the same still are what they are; of others nothing is guessed.
    private VietnamMoment Deadline(VietnamMoment due)
    {
        if (calendar.Deadline(due) is { } deadline) return deadline;
        var day = due.Day;
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Day, day.Month) is (1, 1) or (30, 4) or (1, 5) or (2, 9)) day = day.AddDays(1);
        return day == due.Day ? due : new VietnamMoment(day);
    }

    // A day without an hour is over at its end.
    private static bool IsAfter(VietnamMoment moment, VietnamMoment deadline) =>
        moment.Day > deadline.Day || moment.Day == deadline.Day && moment.Time is { } time && deadline.Time is { } until && time > until;
}
