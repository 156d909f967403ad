using Bot.Operation.Settings;

namespace Bot.Dossiers;

/// <summary>How many wrong guesses at dossiers are borne in an hour.</summary>
public sealed record GuessOptions
{
    /// <summary>From one network address, at whatever code.</summary>
    public int PerAddress { get; init; } = 30;

    /// <summary>At one code, from whatever address, whether there is such a dossier or not.</summary>
    public int PerCode { get; init; } = 10;

    public static GuessOptions From(IConfiguration configuration) => new()
    {
        PerAddress = configuration.Whole("Limits:GuessesPerAddress", 30, 1, 1_000_000),
        PerCode = configuration.Whole("Limits:GuessesPerCode", 10, 1, 1_000_000),
    };
}
