using Bot.Operation.Settings;

namespace Bot.Channels.Messenger;

/// <summary>The settings of the Facebook page; secrets come from the environment or a file.</summary>
public sealed record MessengerOptions
{
    public const string Section = "Channels:Messenger:";

    private static readonly string[] Needed = ["VerifyToken", "AppSecret", "PageAccessToken"];

    public required string VerifyToken { get; init; }

    public required string AppSecret { get; init; }

    public required string PageAccessToken { get; init; }

    /// <summary>Our app's id, by which our own messages are told from those that a person wrote in the page's inbox; null: only by what ours carry.</summary>
    public string? AppId { get; init; }

    /// <summary>The page; null: any that Facebook brings events for, and "me" where we send.</summary>
    public string? PageId { get; init; }

    /// <summary>The Graph API with its version.</summary>
    public required Uri GraphUrl { get; init; }

    /// <summary>Whether the token travels in the address and not in a header, where it could end up in somebody's log.</summary>
    public bool TokenInAddress { get; init; }

    /// <summary>The utility template in Vietnamese by which a dossier's change is told after the window, its two parameters code and state. Null: the notice waits.</summary>
    public string? ChangeTemplate { get; init; }

    /// <summary>How long the bot keeps quiet after a person has written in the inbox.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The settings; null, and what is missing, when the channel is off.</summary>
    public static MessengerOptions? From(IConfiguration configuration, out string[] missing)
    {
        missing = [.. Needed.Where(name => configuration.Text(Section + name) is null)];
        return missing.Length > 0 ? null : new()
        {
            VerifyToken = configuration.Text(Section + "VerifyToken")!,
            AppSecret = configuration.Text(Section + "AppSecret")!,
            PageAccessToken = configuration.Text(Section + "PageAccessToken")!,
            AppId = configuration.Text(Section + "AppId"),
            PageId = configuration.Text(Section + "PageId"),
            GraphUrl = configuration.Address(Section + "GraphUrl", "https://graph.facebook.com/v26.0"),
            TokenInAddress = configuration.Switch(Section + "TokenInAddress", false),
            ChangeTemplate = configuration.Text(Section + "ChangeTemplate"),
            Pause = TimeSpan.FromMinutes(configuration.Whole(Section + "PauseMinutes", 30, 0, 7 * 24 * 60)),
        };
    }

    // Whatever prints the settings must not print secrets.
    public override string ToString() => $"Messenger, page {PageId ?? "?"}";
}
