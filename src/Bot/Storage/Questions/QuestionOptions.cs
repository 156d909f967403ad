using Bot.Operation.Settings;

namespace Bot.Storage.Questions;

/// <summary>Whether citizens' questions are recorded, and for how long.</summary>
public sealed record QuestionOptions
{
    public bool Record { get; init; } = true;

    /// <summary>Days that a recorded question is kept.</summary>
    public int Days { get; init; } = 90;

    public static QuestionOptions From(IConfiguration configuration) => new()
    {
        Record = configuration.Switch("Questions:Record", true),
        Days = configuration.Whole("Questions:Days", 90, 1, 3650),
    };
}
