using Bot.Operation.Settings;

namespace Bot.Channels.DirectLine.Access;

/// <summary>The Direct Line server's own settings.</summary>
public sealed record DirectLineOptions
{
    /// <summary>What another server proves itself with at tokens/generate; null: nobody can.</summary>
    public string? Secret { get; init; }

    public static DirectLineOptions From(IConfiguration configuration) => new() { Secret = configuration.Text("DirectLine:Secret") };
}
