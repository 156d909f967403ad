using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench;

/// <summary>A server that runs beside the bench as a process of its own, so that its processor time can be read.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly string? folder;

    private ServerProcess(Process process, string url, string? folder) => (this.process, Url, this.folder) = (process, url, folder);

    public string Url { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The assistant on a data folder of its own, ready to answer; how long that took is the second value.</summary>
    public static Task<(ServerProcess Server, TimeSpan Ready)> AssistantAsync(params string[] settings) => AssistantAsync(null, settings);

    /// <summary>The same of the build in a folder; null: the one beside the bench.</summary>
    public static async Task<(ServerProcess Server, TimeSpan Ready)> AssistantAsync(string? build, string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        var url = FreeUrl();
        var watch = Stopwatch.StartNew();
        var server = new ServerProcess(Start("dotnet", [Path.Combine(build ?? AppContext.BaseDirectory, "Bot.dll"), "--urls", url, "--Data:Path", folder,
            "--Limits:ConversationsPerMinute=1000000", "--Limits:MessagesPerMinute=1000000", .. settings], null), url, folder);
        await server.AnswersAsync("/health/ready");
        return (server, watch.Elapsed);
    }

    public static async Task<ServerProcess> KestrelAsync()
    {
        var url = FreeUrl();
        var server = new ServerProcess(Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "echo", url], null), url, null);
        await server.AnswersAsync("/");
        return server;
    }

    public static async Task<ServerProcess> NodeAsync(string script, string directory)
    {
        var url = FreeUrl();
        var server = new ServerProcess(Start("node", [script, new Uri(url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)], directory), url, null);
        await server.AnswersAsync("/");
        return server;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private static Process Start(string program, string[] arguments, string? directory)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory ?? "" };
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        // A full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task AnswersAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < TimeSpan.FromSeconds(30);)
        {
            try
            {
                using var response = await client.GetAsync(path);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(5);
        }
        throw new TimeoutException("Máy chủ không trả lời tại " + Url);
    }

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
