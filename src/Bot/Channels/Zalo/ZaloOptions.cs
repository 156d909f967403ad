using Bot.Operation.Settings;

namespace Bot.Channels.Zalo;

/// <summary>The settings of the Zalo Official Account (OA); secrets come from the environment or a file.</summary>
public sealed record ZaloOptions
{
    public const string Section = "Channels:Zalo:";

    /// <summary>The longest title of a button where nothing else is set.</summary>
    public const int UsualButtonTitle = 35;

    private const string VerifierFile = "zalo_verifier";

    private static readonly string[] Needed = ["AppId", "OaSecretKey", "AppSecret", "RefreshToken"];

    public required string AppId { get; init; }

    /// <summary>What webhooks are signed with; another one than the app's secret.</summary>
    public required string OaSecretKey { get; init; }

    /// <summary>What tokens are renewed with.</summary>
    public required string AppSecret { get; init; }

    /// <summary>The first refresh token, from Zalo's console; each is good for one renewal, and brings the next.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The OA; null: any that Zalo brings events for.</summary>
    public string? OaId { get; init; }

    public required Uri ApiUrl { get; init; }

    public required Uri OAuthUrl { get; init; }

    /// <summary>Whether a signature made with the OA's id in place of the app's is taken, too; some say that Zalo signs so.</summary>
    public bool AcceptOaId { get; init; }

    /// <summary>Whether to write between 48 hours and seven days after the citizen's last word, which Zalo bills.</summary>
    public bool Billed { get; init; }

    /// <summary>The ZBS template by which a dossier's change is told after the window, with the parameters ma_ho_so and trang_thai; it costs money. Null: the notice waits.</summary>
    public string? ChangeTemplate { get; init; }

    /// <summary>The longest title of a button; Zalo's own limit is not sure, a phone's width is.</summary>
    public int ButtonTitle { get; init; }

    /// <summary>How long the bot keeps quiet after somebody has written in OA Manager; zero, as long as it is not sure that Zalo tells that from our own messages.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The settings; null, and what is missing, when the channel is off.</summary>
    public static ZaloOptions? From(IConfiguration configuration, out string[] missing)
    {
        missing = [.. Needed.Where(name => configuration.Text(Section + name) is null)];
        return missing.Length > 0 ? null : new()
        {
            AppId = configuration.Text(Section + "AppId")!,
            OaSecretKey = configuration.Text(Section + "OaSecretKey")!,
            AppSecret = configuration.Text(Section + "AppSecret")!,
            RefreshToken = configuration.Text(Section + "RefreshToken")!,
            OaId = configuration.Text(Section + "OaId"),
            ApiUrl = configuration.Address(Section + "ApiUrl", "https://openapi.zalo.me"),
            OAuthUrl = configuration.Address(Section + "OAuthUrl", "https://oauth.zaloapp.com"),
            AcceptOaId = configuration.Switch(Section + "AcceptOaId", false),
            Billed = configuration.Switch(Section + "Billed", false),
            ChangeTemplate = configuration.Text(Section + "ChangeTemplate"),
            ButtonTitle = configuration.Whole(Section + "ButtonTitle", UsualButtonTitle, 10, 100),
            Pause = TimeSpan.FromMinutes(configuration.Whole(Section + "PauseMinutes", 0, 0, 7 * 24 * 60)),
        };
    }

    /// <summary>The code with which Zalo sees that this domain is ours; null when none is set. The name of the whole file does, too.</summary>
    public static string? Verifier(IConfiguration configuration)
    {
        if (configuration.Text(Section + "Verifier") is not { } text) return null;
        var code = text.EndsWith(".html", StringComparison.Ordinal) ? text[..^".html".Length] : text;
        if (code.StartsWith(VerifierFile, StringComparison.Ordinal)) code = code[VerifierFile.Length..];
        return code.Length is > 0 and <= 200 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? code
            : throw SettingReading.Bad(Section + "Verifier", text, "phải là mã trong tên tệp zalo_verifier….html mà Zalo cấp");
    }

    // Whatever prints the settings must not print secrets.
    public override string ToString() => $"Zalo, app {AppId}";
}
