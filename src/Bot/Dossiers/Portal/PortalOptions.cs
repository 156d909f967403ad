using Bot.Operation.Settings;

namespace Bot.Dossiers.Portal;

/// <summary>The settings of the HTTP portal; its token comes from the environment or a file.</summary>
public sealed record PortalOptions
{
    public const string Section = "Dossiers:Portal:";

    public required Uri Url { get; init; }

    public required string Token { get; init; }

    /// <summary>Whether the portal gets as 9 (done) also what waits for papers (5), for money (6) or was stopped (8), so that its 9 says nothing.</summary>
    public bool NineMayBeOpen { get; init; }

    /// <summary>The error codes, or statuses of HTTP, by which the portal says that there is no such dossier, where it does not say so by an empty result.</summary>
    public string[] NoneCodes { get; init; } = [];

    /// <summary>How long a look-up may take in all; shorter than a citizen is made to wait.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one try may take.</summary>
    public TimeSpan PatiencePerTry { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often it is tried again.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>The pause before the next try, more or less.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the portal is left alone after half of at least <see cref="MinimumTries"/> tries in <see cref="Sampling"/> have failed.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(30);

    public int MinimumTries { get; init; } = 6;

    /// <summary>How long an answer is given again without asking; zero for never.</summary>
    public TimeSpan CacheFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many answers are kept for that.</summary>
    public int CacheEntries { get; init; } = 10_000;

    /// <summary>The largest answer that is read.</summary>
    public int LargestAnswer { get; init; } = 256 * 1024;

    /// <summary>Whether the settings name a portal.</summary>
    public static bool IsNamed(IConfiguration configuration) => configuration.Text(Section + "Url") is not null;

    public static PortalOptions From(IConfiguration configuration) => new()
    {
        Url = configuration.Address(Section + "Url", ""),
        Token = ReadToken(configuration),
        NineMayBeOpen = configuration.Switch(Section + "NineMayBeOpen", false),
        NoneCodes = configuration.List(Section + "NoneCodes"),
        Patience = TimeSpan.FromSeconds(configuration.Whole(Section + "PatienceSeconds", 8, 1, 9)),
        PatiencePerTry = TimeSpan.FromSeconds(configuration.Whole(Section + "PatiencePerTrySeconds", 3, 1, 9)),
        Retries = configuration.Whole(Section + "Retries", 1, 0, 2),
        Break = TimeSpan.FromSeconds(configuration.Whole(Section + "BreakSeconds", 15, 1, 600)),
        CacheFor = TimeSpan.FromSeconds(configuration.Whole(Section + "CacheSeconds", 60, 0, 3600)),
    };

    /// <summary>Without the token, so that no log ever shows it.</summary>
    public override string ToString() => $"{nameof(PortalOptions)} {{ {nameof(Url)} = {Url} }}";

    // Checked here and without showing it: a line break in it would fail with the first look-up only.
    private static string ReadToken(IConfiguration configuration) =>
        configuration.Text(Section + "Token") is { } token && token.All(letter => letter is > ' ' and <= '~')
            ? token : throw new BadSettingException($"Cài đặt {Section}Token chưa có hoặc có ký tự không dùng được trong token.");
}
