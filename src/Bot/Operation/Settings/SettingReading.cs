using System.Globalization;

namespace Bot.Operation.Settings;

/// <summary>Reads settings and refuses what is out of bounds, in words that the operator can act on.</summary>
public static class SettingReading
{
    /// <summary>A text; null when it is not set or blank.</summary>
    public static string? Text(this IConfiguration configuration, string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public static int Whole(this IConfiguration configuration, string key, int fallback, int least, int most)
    {
        if (configuration.Text(key) is not { } text) return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Bad(key, text, $"phải là số nguyên từ {least} đến {most}");
    }

    public static bool Switch(this IConfiguration configuration, string key, bool fallback)
    {
        if (configuration.Text(key) is not { } text) return fallback;
        return bool.TryParse(text, out var value) ? value : throw Bad(key, text, "phải là true hoặc false");
    }

    /// <summary>A web address, http or https.</summary>
    public static Uri Address(this IConfiguration configuration, string key, string fallback)
    {
        var text = configuration.Text(key) ?? fallback;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "" }
            ? url : throw Bad(key, text, "phải là địa chỉ http:// hoặc https:// đầy đủ");
    }

    /// <summary>A list that is separated by commas, semicolons or spaces.</summary>
    public static string[] List(this IConfiguration configuration, string key) =>
        (configuration.Text(key) ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static BadSettingException Bad(string key, string value, string demand) => new($"Cài đặt {key} = \"{value}\" không dùng được: {demand}.");
}
