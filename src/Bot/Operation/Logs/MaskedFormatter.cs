using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Operation.Logs;

/// <summary>Writes a log entry as one line, plain or JSON, with nothing in it that could point to a person.</summary>
public sealed class MaskedFormatter(LogOptions options, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "masked";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter output)
    {
        // Scopes stay out: ASP.NET's carry the path and the query of the request, and with it tokens.
        var message = PersonalData.Mask(entry.Formatter(entry.State, entry.Exception));
        var error = entry.Exception is null ? null : PersonalData.Mask(entry.Exception.ToString());
        var at = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (options.Json) WriteJson(output, at, entry.LogLevel, entry.Category, message, error);
        else output.WriteLine($"{at} {Short(entry.LogLevel)} {entry.Category}: {OneLine(message)}{(error is null ? "" : " | " + OneLine(error))}");
    }

    private static void WriteJson(TextWriter output, string at, LogLevel level, string category, string message, string? error)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("at", at);
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteString("message", message);
            if (error is not null) json.WriteString("error", error);
            json.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    // A line break in a message could be made to look like an entry of its own.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ⏎ ");

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRC",
        LogLevel.Debug => "DBG",
        LogLevel.Information => "INF",
        LogLevel.Warning => "WRN",
        LogLevel.Error => "ERR",
        _ => "CRT",
    };
}
