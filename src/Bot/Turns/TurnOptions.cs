using Bot.Conversations;
using Bot.Operation.Settings;

namespace Bot.Turns;

/// <summary>What a turn takes in.</summary>
public sealed record TurnOptions
{
    /// <summary>The longest message, in characters, that the bot reads; a longer one is told so.</summary>
    public int MessageLength { get; init; } = Brain.LongestMessage;

    public static TurnOptions From(IConfiguration configuration) =>
        new() { MessageLength = configuration.Whole("Limits:MessageLength", Brain.LongestMessage, 10, Brain.LongestMessage) };
}
