using Bot.Operation.Settings;

namespace Bot.Operation;

/// <summary>The server's address as the operator gives it.</summary>
public sealed record PublicAddressOptions
{
    /// <summary>For example "https://hoidap.example.gov.vn"; null: the server's own first address.</summary>
    public string? PublicUrl { get; init; }

    public static PublicAddressOptions From(IConfiguration configuration)
    {
        if (configuration.Text("Web:PublicUrl") is not { } text) return new();
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "" }
            ? new() { PublicUrl = text.TrimEnd('/') }
            : throw SettingReading.Bad("Web:PublicUrl", text, "phải là địa chỉ http:// hoặc https:// đầy đủ");
    }
}
