using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench.Faults;

/// <summary>One process of the assistant at one address, which is killed and started again.</summary>
internal sealed class Node(string data, string[] settings) : IDisposable
{
    private readonly Lock gate = new();
    private Process? process;
    private int twice;
    private int errors;

    public string Url { get; } = FreeUrl();

    public int Kills { get; private set; }

    /// <summary>How often its log said "possibly twice".</summary>
    public int Twice => twice;

    public int Errors => errors;

    public long Memory
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "--urls", Url, "--Data:Path", data,
            "--Limits:ConversationsPerMinute=1000000", "--Limits:MessagesPerMinute=1000000", .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited;)
        {
            try
            {
                using var response = await client.GetAsync("/health/ready");
                if (response.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(20);
        }
        throw new TimeoutException("Máy chủ không khởi động lại: " + Url);
    }

    /// <summary>SIGKILL: nothing is said, nothing is saved.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        Kills++;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        if (line.Contains("possibly twice", StringComparison.Ordinal)) Interlocked.Increment(ref twice);
        if (!line.Contains(" ERR ", StringComparison.Ordinal)) return;
        Interlocked.Increment(ref errors);
        lock (gate)
        {
            if (errors <= 5) Console.Error.WriteLine(line[..Math.Min(line.Length, 500)]);
        }
    }

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
