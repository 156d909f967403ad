using System.Text.Json;
using Bot.Operation.Logs;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Operation;

/// <summary>The log's lines.</summary>
public sealed class LogTests
{
    [Fact]
    public void A_plain_entry_is_one_masked_line()
    {
        var line = Write(new LogOptions(), "số 0912345678\nINF giả", new InvalidOperationException("mã H37.15-240823-0001"));
        Assert.StartsWith("2026-11-21T03:00:00.000Z ERR Some.Category: số *** ⏎ INF giả | System.InvalidOperationException: mã ***", line);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    [Fact]
    public void A_json_entry_is_one_masked_object()
    {
        var line = Write(new LogOptions { Json = true }, "số 0912345678\nhai", new InvalidOperationException("mã H37.15-240823-0001"));
        var entry = JsonDocument.Parse(line).RootElement;
        Assert.Equal(("Error", "số ***\nhai"), (entry.GetProperty("level").GetString(), entry.GetProperty("message").GetString()));
        Assert.Contains("mã ***", entry.GetProperty("error").GetString());
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    private static string Write(LogOptions options, string message, Exception error)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(LogLevel.Error, "Some.Category", new EventId(1), message, error, (state, _) => state);
        new MaskedFormatter(options, new ManualTime()).Write(entry, null, output);
        return output.ToString();
    }
}
