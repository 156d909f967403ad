using Bot.Operation.Settings;

namespace Bot.Channels.Entrance;

/// <summary>Which other websites may show the assistant.</summary>
public sealed record OriginOptions
{
    /// <summary>Exact origins, for example "https://soyte.example.gov.vn".</summary>
    public IReadOnlySet<string> Origins { get; init; } = new HashSet<string>();

    public static OriginOptions From(IConfiguration configuration) =>
        new() { Origins = configuration.List("Web:Origins").Select(Read).ToHashSet(StringComparer.OrdinalIgnoreCase) };

    private static string Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.GetLeftPart(UriPartial.Authority).Equals(text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? text.TrimEnd('/')
            : throw SettingReading.Bad("Web:Origins", text, "mỗi mục phải là một nguồn như https://soyte.example.gov.vn, không có đường dẫn, không có dấu *");
}
