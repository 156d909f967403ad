using System.Diagnostics;
using System.Net.Http.Json;
using StandIns.Postgres;

namespace Bench;

/// <summary>Questions on the whole road: HTTP in, durable commits, a decision with a search, the reply over a WebSocket; beside it the least that others do.</summary>
internal static class Road
{
    private const int Talks = PushRoad.Count;
    private const int WarmUp = 30_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] options)
    {
        if (Array.IndexOf(options, "compare") is >= 0 and var first)
        {
            await RoadComparison.RunAsync(options[(first + 1)..]);
            return 0;
        }
        var minutes = Array.IndexOf(options, "--minutes") is >= 0 and var at ? double.Parse(options[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (!options.Contains("line"))
        {
            if (!options.Contains("postgres")) await PushAsync("SQLite", minutes);
            await using var postgres = await PostgresServer.StartedAsync();
            if (minutes == 0) await PushAsync("PostgreSQL", 0, "--Storage:Postgres=" + await postgres.CreateDatabaseAsync());
        }
        if (!options.Contains("push")) await LineAsync();
        using (var kestrel = await ServerProcess.KestrelAsync()) await EchoAsync("bare Kestrel, JSON echo", kestrel, "/echo");
        if (!options.Contains("push")) await BotBuilderAsync();
        return 0;
    }

    private static async Task LineAsync()
    {
        var questions = Repository.Questions(Repository.Content());
        var (server, ready) = await ServerProcess.AssistantAsync();
        using (server)
        {
            Console.WriteLine($"ready: {ready.TotalSeconds:F2} s after «dotnet Bot.dll»");
            using var client = Client(server);
            var talks = await Task.WhenAll(Enumerable.Range(0, Talks).Select(_ => Talk.BeginAsync(client)));
            for (var i = 0; i < 1000; i++) await talks[i % talks.Length].AskAsync(questions[i % questions.Length]);
            Console.WriteLine($"memory: {server.Memory / 1048576} MB after 1000 questions");
            Task Ask(int worker, int i) => talks[worker].AskAsync(questions[(worker * 31 + i) % questions.Length]);
            await WarmAsync(server, Ask);
            await SteadyAsync(talks, questions);
            var (count, time, processor) = await FullLoadAsync(server, Ask, Duration);
            Console.WriteLine($"Direct Line at full load: {count / time.TotalSeconds:F0} questions a second over {Talks} conversations, {processor.TotalMicroseconds / count:F0} µs of server processor time a question");
            Console.WriteLine($"memory: {server.Memory / 1048576} MB after {count} questions");
            foreach (var talk in talks) talk.Dispose();
        }
    }

    private static async Task PushAsync(string store, double minutes, params string[] settings)
    {
        var questions = Repository.Questions(Repository.Content());
        await using var road = await PushRoad.StartAsync(questions, null, settings);
        await WarmAsync(road.Server, road.AskAsync);
        await SteadyPushAsync(store, road.Server, road.Talks, questions, minutes > 0 ? TimeSpan.FromMinutes(minutes) : Duration);
        if (minutes > 0) return;
        var (count, time, processor) = await FullLoadAsync(road.Server, road.AskAsync, Duration);
        Console.WriteLine($"{store}, Messenger webhook to Graph call at full load: {count / time.TotalSeconds:F0} messages a second over {Talks} conversations, {processor.TotalMicroseconds / count:F0} µs of server processor time each");
        Console.WriteLine($"memory: {road.Server.Memory / 1048576} MB");
    }

    // Until the runtime has compiled what is hot for the last time: by count, for a busy machine takes longer.
    public static async Task WarmAsync(ServerProcess server, Func<int, int, Task> ask)
    {
        for (var warm = 0; warm < WarmUp;) warm += (await FullLoadAsync(server, ask, TimeSpan.FromSeconds(2))).Count;
    }

    private static async Task SteadyPushAsync(string store, ServerProcess server, PushTalk[] talks, string[] questions, TimeSpan duration)
    {
        const int aSecond = 200;
        var (acknowledged, answered) = (new List<double>(), new List<double>());
        var asking = new List<Task>();
        var memory = new List<long>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed < duration; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / aSecond);
            if (due > watch.Elapsed) await Task.Delay(due - watch.Elapsed);
            if (watch.Elapsed.TotalMinutes >= memory.Count + 1) memory.Add(server.Memory / 1048576);
            var (talk, question) = (talks[i % talks.Length], questions[i % questions.Length]);
            asking.Add(Task.Run(async () =>
            {
                var began = Stopwatch.GetTimestamp();
                var took = await talk.AskAsync(question);
                lock (answered)
                {
                    acknowledged.Add(took.TotalMilliseconds);
                    answered.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }));
            if (asking.Count > 10_000) asking.RemoveAll(task => task.IsCompletedSuccessfully);
        }
        await Task.WhenAll(asking);
        acknowledged.Sort();
        answered.Sort();
        Console.WriteLine($"{store}, Messenger at {aSecond} a second for {duration.TotalSeconds:F0} s: webhook acknowledged p50 {Steady.Percentile(acknowledged, 50):F1} ms, p99 {Steady.Percentile(acknowledged, 99):F1} ms; "
            + $"reply with Facebook p50 {Steady.Percentile(answered, 50):F1} ms, p99 {Steady.Percentile(answered, 99):F1} ms; all {answered.Count} answered{(memory.Count > 1 ? "; memory by minute " + string.Join(", ", memory) + " MB" : "")}");
    }

    private static async Task SteadyAsync(Talk[] talks, string[] questions)
    {
        const int aSecond = 50;
        var times = await Steady.AskAsync(talks, questions, aSecond, Task.Delay(Duration));
        Console.WriteLine($"at {aSecond} a second: p50 {Steady.Percentile(times, 50):F1} ms, p99 {Steady.Percentile(times, 99):F1} ms from question to reply ({times.Count} questions)");
    }

    /// <summary>Has every conversation ask as fast as it is answered, for so long.</summary>
    public static async Task<(int Count, TimeSpan Time, TimeSpan Processor)> FullLoadAsync(ServerProcess server, Func<int, int, Task> ask, TimeSpan duration)
    {
        var (before, watch, count) = (server.ProcessorTime, Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Talks).Select(async worker =>
        {
            for (var i = 0; watch.Elapsed < duration; i++)
            {
                await ask(worker, i);
                Interlocked.Increment(ref count);
            }
        }));
        return (count, watch.Elapsed, server.ProcessorTime - before);
    }

    private static async Task EchoAsync(string name, ServerProcess server, string path)
    {
        using var client = Client(server);
        var activity = EchoActivity(server);
        Task Ask(int worker, int i) => PostAsync(client, path, activity);
        await FullLoadAsync(server, Ask, TimeSpan.FromSeconds(3));
        var (count, time, processor) = await FullLoadAsync(server, Ask, TimeSpan.FromSeconds(5));
        Console.WriteLine($"{name}: {count / time.TotalSeconds:F0} a second, {processor.TotalMicroseconds / count:F0} µs of server processor time each");
    }

    public static object EchoActivity(ServerProcess server) => new { type = "message", id = "1", channelId = "bench", serviceUrl = server.Url, conversation = new { id = "c" }, from = new { id = "u" }, recipient = new { id = "b" }, text = "nộp hồ sơ ở đâu", deliveryMode = "expectReplies" };

    public static async Task PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
    }

    private static async Task BotBuilderAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "botbuilder");
        try
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--no-audit", "--no-fund"]) { WorkingDirectory = folder })!;
            await install.WaitForExitAsync();
            if (install.ExitCode != 0) throw new InvalidOperationException("npm ci kết thúc với mã " + install.ExitCode);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Console.WriteLine("npm botbuilder: not measured, " + error.Message);
            return;
        }
        using var node = await ServerProcess.NodeAsync("echo.mjs", folder);
        await EchoAsync("npm botbuilder 4.23.3, echo with expectReplies", node, "/api/messages");
    }

    public static HttpClient Client(ServerProcess server) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = new Uri(server.Url) };
}
