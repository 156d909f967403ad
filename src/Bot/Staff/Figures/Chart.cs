using System.Collections.Immutable;

namespace Bot.Staff.Figures;

/// <summary>What a picture shows, and the table beside it says.</summary>
/// <param name="Name">What the points are: days, channels.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="IsOverTime">Whether the points follow each other, and so stand side by side.</param>
public sealed record Chart(string Title, string Name, string Unit, ImmutableArray<ChartPoint> Points, bool IsOverTime = false)
{
    /// <summary>What the part of each point is that is drawn in another colour; null where there is none.</summary>
    public string? Part { get; init; }

    public string Svg() => IsOverTime ? ColumnPicture.Svg(this) : BarPicture.Svg(this);
}
