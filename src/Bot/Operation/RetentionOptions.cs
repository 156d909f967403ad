using Bot.Conversations;
using Bot.Operation.Settings;

namespace Bot.Operation;

/// <summary>How long what is said and done is kept.</summary>
public sealed record RetentionOptions
{
    /// <summary>Days since the last thing that was said.</summary>
    public int Days { get; init; } = Turn.UsuallyKept;

    /// <summary>Days that the record of a dossier's look-ups is kept.</summary>
    public int LookUpDays { get; init; } = 90;

    public static RetentionOptions From(IConfiguration configuration) => new()
    {
        Days = configuration.Whole("Retention:Days", Turn.UsuallyKept, 1, 3650),
        LookUpDays = configuration.Whole("Retention:LookUpDays", 90, 1, 3650),
    };
}
