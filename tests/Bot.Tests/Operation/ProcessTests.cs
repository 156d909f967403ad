using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Delivery;
using Bot.Tests.Hosting;

namespace Bot.Tests.Operation;

/// <summary>The assistant as a process: how it starts, how it refuses to, and what survives its death.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("--Retention:Days=0", "Retention:Days")]
    [InlineData("--Content:Path=/nowhere/at/all", "Content:Path")]
    [InlineData("--urls=nonsense", "urls")]
    public async Task A_bad_setting_stops_the_start_with_one_line(string argument, string named)
    {
        using var folder = new TempFolder();
        await AssertRefusalAsync(folder.Path, named, argument);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_one_line()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "bot.db"), string.Join(' ', Enumerable.Repeat("this is no database", 1000)));
        await AssertRefusalAsync(folder.Path, "Data:Path");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_stops_the_start_with_one_line()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(file, "");
        await AssertRefusalAsync(file, "Data:Path");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_with_one_line_and_a_command_is_not()
    {
        using var folder = new TempFolder();
        await using (var bot = new TestBot(folder: folder.Path))
        {
            await AssertRefusalAsync(folder.Path, "một trợ lý khác đang chạy trên dữ liệu này");
            Assert.Equal("small", Line.Outcome(await (await Line.StartAsync(bot)).AskAsync("xin chào")));
            Assert.Equal(0, await DeliveriesCommand.RunAsync(["list", "--Data:Path=" + folder.Path], TimeProvider.System, TextWriter.Null));
        }
        // Who was refused holds nothing back, and who has ended neither.
        await using var next = new TestBot(folder: folder.Path);
        Assert.Equal("small", Line.Outcome(await (await Line.StartAsync(next)).AskAsync("xin chào")));
    }

    [Fact]
    public async Task Killed_at_any_moment_it_neither_loses_nor_repeats_a_reply()
    {
        using var folder = new TempFolder();
        string path = "", token = "";
        var sent = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            var (process, address) = await StartAsync(folder.Path);
            using var http = new HttpClient { BaseAddress = address };
            if (round == 0)
            {
                using var granted = await http.PostAsync("/webchat/token", null);
                token = (await granted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
                http.DefaultRequestHeaders.Authorization = new("Bearer", token);
                using var started = await http.PostAsync("/v3/directline/conversations", null);
                path = "/v3/directline/conversations/" + (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString() + "/activities";
            }
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            for (var i = 0; i < 5; i++)
            {
                using var posted = await http.PostAsJsonAsync(path, new { type = "message", text = "xin chào", channelData = new { clientActivityID = $"{round}-{i}" } });
                sent.Add((await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
            }
            // With replies still under way.
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        await using var bot = new TestBot(folder: folder.Path);
        var line = new Line(bot, path.Split('/')[^2], token);
        var all = await line.UntilAsync(all => all.Count >= 30);
        Assert.Equal(sent, all.Where(a => a.ReplyToId is null).Select(a => a.Id));
        Assert.Equal(sent, all.Where(a => a.ReplyToId is not null).Select(a => a.ReplyToId));
    }

    private static async Task AssertRefusalAsync(string data, string named, params string[] arguments)
    {
        using var process = Start(data, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Line.Patience);
        }
        finally
        {
            // What ought to have been refused would run on.
            process.Kill();
        }
        Assert.Equal(1, process.ExitCode);
        Assert.Contains(named, Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("   at ", await output + await error);
    }

    private static async Task<(Process Process, Uri Address)> StartAsync(string data)
    {
        var process = Start(data);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("http://")) return (process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
        throw new InvalidOperationException("It did not start: " + await process.StandardError.ReadToEndAsync());
    }

    private static Process Start(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        string[] all = [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "--urls=http://127.0.0.1:0", $"--Data:Path={data}", $"--Content:Path={Path.Combine(AppContext.BaseDirectory, "Fixture")}", .. arguments];
        foreach (var argument in all) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
