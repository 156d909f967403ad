using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Channels.Connector.Access.Services;
using Bot.Operation.Settings;

namespace Bot.Channels.Connector;

/// <summary>How the bot is registered with the Bot Connector, and whom it believes; without an AppId the channel is off.</summary>
public sealed record ConnectorOptions
{
    public const string PublicIssuer = "https://api.botframework.com";
    public const string GovernmentIssuer = "https://api.botframework.us";

    private const string Section = "Channels:Connector:";

    /// <summary>The id under which the bot is registered; what tokens for us are made out to.</summary>
    public string? AppId { get; init; }

    /// <summary>What we prove ourselves with; never in a log, nor in <see cref="object.ToString"/>.</summary>
    public string? AppPassword { get; init; }

    /// <summary>The tenant that issues our own token: an id, or "botframework.com" for a bot of many tenants.</summary>
    public string TenantId { get; init; } = "botframework.com";

    public Uri OpenIdMetadataUrl { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public Uri TokenUrl { get; init; } = new("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token");

    /// <summary>The only places that our token may be sent to.</summary>
    public ImmutableArray<TrustedService> ServiceUrls { get; init; } = TrustedService.Known;

    /// <summary>Lets in whoever calls from this very machine without a token.</summary>
    public bool Development { get; init; }

    /// <summary>Accepts the tokens of the Bot Framework Emulator: of whoever knows our password.</summary>
    public bool Emulator { get; init; }

    public Uri EmulatorMetadataUrl { get; init; } = new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration");

    /// <summary>Who issues the channels' tokens.</summary>
    public ImmutableArray<string> Issuers { get; init; } = [PublicIssuer];

    public bool IsOn => AppId is not null || Development;

    /// <summary>Whether the bot is one of the US government's cloud.</summary>
    public bool IsGovernment => Issuers.Contains(GovernmentIssuer, StringComparer.Ordinal);

    public static ConnectorOptions From(IConfiguration configuration)
    {
        var defaults = new ConnectorOptions();
        var tenant = Tenant(configuration) ?? defaults.TenantId;
        var options = new ConnectorOptions
        {
            AppId = Id(configuration),
            AppPassword = Password(configuration),
            TenantId = tenant,
            OpenIdMetadataUrl = Address(configuration, "OpenIdMetadataUrl") ?? defaults.OpenIdMetadataUrl,
            TokenUrl = Address(configuration, "TokenUrl") ?? new Uri($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"),
            ServiceUrls = configuration.List(Section + "ServiceUrls") is { Length: > 0 } services ? [.. services.Select(Service)] : defaults.ServiceUrls,
            Development = configuration.Switch(Section + "Development", false),
            Emulator = configuration.Switch(Section + "Emulator", false),
            EmulatorMetadataUrl = Address(configuration, "EmulatorMetadataUrl") ?? defaults.EmulatorMetadataUrl,
            Issuers = configuration.List(Section + "Issuers") is { Length: > 0 } issuers ? [.. issuers.Select(Issuer)] : defaults.Issuers,
        };
        // Behind a proxy every citizen may look as if he sat at this machine.
        if (options.Development && configuration.Text("Proxy:Known") is not null)
            throw SettingReading.Bad(Section + "Development", "true", "không được bật cùng Proxy:Known, vì sau proxy không còn biết ai gọi từ chính máy này");
        if (options is { AppId: not null, AppPassword: null, Development: false })
            throw new BadSettingException($"Cài đặt {Section}AppPassword còn thiếu: có AppId thì phải có mật khẩu, nếu không trợ lý không trả lời được.");
        if (options is { Emulator: true, AppId: null })
            throw SettingReading.Bad(Section + "Emulator", "true", $"cần {Section}AppId để biết mã nào được cấp cho trợ lý này");
        return options;
    }

    private static string? Id(IConfiguration configuration)
    {
        if (configuration.Text(Section + "AppId") is not { } text) return null;
        // Tokens carry ids in small letters, and are compared letter by letter.
        if (Guid.TryParseExact(text, "D", out var id)) return id.ToString("D", CultureInfo.InvariantCulture);
        return text.Length <= 100 && text.All(IsIdLetter) ? text
            : throw SettingReading.Bad(Section + "AppId", text, "phải là mã ứng dụng, ví dụ 01234567-89ab-cdef-0123-456789abcdef");
    }

    // The value is not repeated: it is a secret.
    private static string? Password(IConfiguration configuration) => configuration.Text(Section + "AppPassword") is not { } text ? null
        : text.Length <= 1000 && !text.Any(char.IsControl) ? text
        : throw new BadSettingException($"Cài đặt {Section}AppPassword không dùng được: quá dài hoặc có ký tự điều khiển.");

    private static string? Tenant(IConfiguration configuration) => configuration.Text(Section + "TenantId") is not { } text ? null
        : text.Length <= 253 && text.All(IsIdLetter) && text.Any(char.IsAsciiLetterOrDigit) ? text
        : throw SettingReading.Bad(Section + "TenantId", text, "phải là mã hoặc tên miền của tổ chức");

    // Keys fetched in the clear could be anybody's, and a password sent in the clear is everybody's.
    private static Uri? Address(IConfiguration configuration, string key) => configuration.Text(Section + key) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "" } && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) ? url
        : throw SettingReading.Bad(Section + key, text, "phải là địa chỉ https:// đầy đủ (http:// chỉ cho chính máy này)");

    private static TrustedService Service(string text) => TrustedService.Parse(text)
        ?? throw SettingReading.Bad(Section + "ServiceUrls", text, "mỗi mục phải là một máy chủ như smba.trafficmanager.net, *.botframework.com hoặc https://may.example:8443");

    private static string Issuer(string text) => text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" } ? text
        : throw SettingReading.Bad(Section + "Issuers", text, "mỗi mục phải là một bên phát hành như " + PublicIssuer);

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_';

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"AppId = {AppId}, TenantId = {TenantId}, Development = {Development}, Emulator = {Emulator}");
        return true;
    }
}
