using Bot.Operation.Settings;
using Npgsql;

namespace Bot.Storage;

/// <summary>Where the data lies.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder of bot.db; relative to the directory that the process was started in.</summary>
    public string Path { get; init; } = "data";

    /// <summary>The connection string of a PostgreSQL database in its place; null: the SQLite file.</summary>
    public string? Postgres { get; init; }

    public static StorageOptions From(IConfiguration configuration) =>
        new() { Path = configuration.Text("Data:Path") ?? "data", Postgres = configuration.Text("Storage:Postgres") is { } text ? Checked(text) : null };

    // A connection string holds a password: neither a record's text nor an error may show it.
    public override string ToString() => Postgres is null ? Path : "PostgreSQL";

    private static string Checked(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is null ? throw new ArgumentException("thiếu Host") : text;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new BadSettingException($"Cài đặt Storage:Postgres không dùng được: {error.Message} (ví dụ Host=localhost;Database=troly;Username=troly;Password=…).");
        }
    }
}
