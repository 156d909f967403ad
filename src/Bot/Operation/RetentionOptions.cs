using Bot.Operation.Settings;

namespace Bot.Operation;

/// <summary>How long conversations are kept.</summary>
public sealed record RetentionOptions
{
    /// <summary>Days since the last thing that was said.</summary>
    public int Days { get; init; } = 90;

    public static RetentionOptions From(IConfiguration configuration) => new() { Days = configuration.Whole("Retention:Days", 90, 1, 3650) };
}
