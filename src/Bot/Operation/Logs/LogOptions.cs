using Bot.Operation.Settings;

namespace Bot.Operation.Logs;

/// <summary>How the log is written.</summary>
public sealed record LogOptions
{
    /// <summary>One JSON object a line, for machines that collect logs; else plain lines.</summary>
    public bool Json { get; init; }

    public static LogOptions From(IConfiguration configuration) => configuration.Text("Log:Format") switch
    {
        null or "text" => new(),
        "json" => new() { Json = true },
        { } other => throw SettingReading.Bad("Log:Format", other, "phải là text hoặc json"),
    };
}
