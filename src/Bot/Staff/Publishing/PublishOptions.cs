using Bot.Operation.Settings;

namespace Bot.Staff.Publishing;

/// <summary>What publishing asks for.</summary>
public sealed record PublishOptions
{
    /// <summary>Whether somebody other than the draft's last author has to publish it.</summary>
    public bool TwoPeople { get; init; }

    public static PublishOptions From(IConfiguration configuration) => new() { TwoPeople = configuration.Switch("Staff:TwoPeople", false) };
}
