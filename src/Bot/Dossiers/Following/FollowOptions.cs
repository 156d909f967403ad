using Bot.Operation.Settings;

namespace Bot.Dossiers.Following;

/// <summary>How often changes of followed dossiers are looked for.</summary>
public sealed record FollowOptions
{
    /// <summary>Between two looks into the store.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two questions to a portal about the same dossier.</summary>
    public TimeSpan PortalInterval { get; init; } = TimeSpan.FromMinutes(30);

    public static FollowOptions From(IConfiguration configuration) => new()
    {
        Interval = TimeSpan.FromSeconds(configuration.Whole("Dossiers:FollowSeconds", 20, 1, 86_400)),
        PortalInterval = TimeSpan.FromMinutes(configuration.Whole("Dossiers:FollowPortalMinutes", 30, 1, 1440)),
    };
}
