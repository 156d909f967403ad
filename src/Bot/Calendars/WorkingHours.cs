namespace Bot.Calendars;

/// <summary>The hours of an office on a working day.</summary>
public readonly record struct WorkingHours(TimeOnly Begin, TimeOnly Lunch, TimeOnly Afternoon, TimeOnly End)
{
    /// <summary>When work on something that came before the end of the day can begin: not before the morning, not at lunch.</summary>
    public TimeOnly Begun(TimeOnly came) => came < Begin ? Begin : came >= Lunch && came < Afternoon ? Afternoon : came;
}
