using Bot.Operation.Settings;

namespace Bot.Storage;

/// <summary>Where the data lies.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder of bot.db; relative to the directory that the process was started in.</summary>
    public string Path { get; init; } = "data";

    public static StorageOptions From(IConfiguration configuration) =>
        new() { Path = configuration.Text("Data:Path") ?? "data" };
}
