namespace Bot.Staff.Figures;

/// <summary>One value of a picture.</summary>
/// <param name="Part">How much of it is drawn in another colour.</param>
public sealed record ChartPoint(string Label, long Value, long Part = 0);
