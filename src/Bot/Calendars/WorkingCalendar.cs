using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Dossiers;
using Knowledge.Notices;

namespace Bot.Calendars;

/// <summary>Which days are worked, for the years that staff have written down; of any other year it says nothing.</summary>
public sealed class WorkingCalendar
{
    /// <summary>The file it is read from.</summary>
    public const string File = "working-days.md";

    private readonly FrozenSet<int> years;
    private readonly FrozenSet<DateOnly> off;
    private readonly FrozenSet<DateOnly> worked;
    private readonly WorkingHours? hours;

    internal WorkingCalendar(IEnumerable<int> years, IEnumerable<DateOnly> off, IEnumerable<DateOnly> worked, WorkingHours? hours) =>
        (this.years, this.off, this.worked, this.hours) = (years.ToFrozenSet(), off.ToFrozenSet(), worked.ToFrozenSet(), hours);

    /// <summary>Knows no year.</summary>
    public static WorkingCalendar Empty { get; } = new([], [], [], null);

    /// <summary>The years it knows.</summary>
    public ImmutableArray<int> Years => [.. years.Order()];

    /// <summary>Reads working-days.md.</summary>
    public static WorkingCalendar Read(ContentFile file, ICollection<Fault> faults) => WorkingDaysReader.Read(file, faults);

    /// <summary>Whether a day is worked; null where its year is missing.</summary>
    public bool? IsWorkingDay(DateOnly day) => years.Contains(day.Year)
        ? worked.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day)
        : null;

    /// <summary>The working days after one day up to and including another, as receipts count them; 0 when it is not later, null where a year is missing.</summary>
    public int? Between(DateOnly after, DateOnly until)
    {
        if (!years.Contains(after.Year) || !years.Contains(until.Year)) return null;
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) is not { } isWorked) return null;
            if (isWorked) count++;
        }
        return count;
    }

    /// <summary>Where the time for a dossier begins: what comes after the hours that staff have written down counts from the next morning of work; null where a year is missing.</summary>
    public VietnamMoment? Start(VietnamMoment received)
    {
        if (IsWorkingDay(received.Day) is not { } isWorked) return null;
        // The days after a rest day are counted as they are.
        if (!isWorked || hours is null || received.Time is null) return received;
        if (received.Time < hours.Value.End) return received with { Time = hours.Value.Begun(received.Time.Value) };
        return Next(received.Day.AddDays(1)) is { } next ? new VietnamMoment(next, hours.Value.Begin) : null;
    }

    /// <summary>Until when a result may be returned in time: a term that ends on a rest day ends with the next working day (Civil Code 2015, article 148); null where a year is missing.</summary>
    public VietnamMoment? Deadline(VietnamMoment due) => IsWorkingDay(due.Day) switch
    {
        null => null,
        true => due,
        false => Next(due.Day) is { } next ? new VietnamMoment(next) : null,
    };

    /// <summary>"The third working day of five": where a day stands between receipt and due date; null where a year is missing or the dates make no sense.</summary>
    public (int Day, int Of)? Progress(VietnamMoment received, VietnamMoment due, DateOnly today)
    {
        if (Start(received) is not { } start || Deadline(due) is not { } deadline) return null;
        if (Between(start.Day, deadline.Day) is not (> 0 and { } all) || Between(start.Day, today) is not { } gone) return null;
        return gone <= all ? (gone, all) : null;
    }

    private DateOnly? Next(DateOnly from)
    {
        for (var day = from; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) is not { } isWorked) return null;
            if (isWorked) return day;
        }
    }
}
