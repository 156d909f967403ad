using System.Globalization;

namespace Bench;

/// <summary>
/// The Messenger road of builds in other folders beside one another, and bare Kestrel's echo: each in turn for some seconds, again and again, so that what
/// the machine does meanwhile strikes them all alike.
/// </summary>
internal static class RoadComparison
{
    private const int Rounds = 7;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(string[] folders)
    {
        var questions = Repository.Questions(Repository.Content());
        var runs = new List<(string Name, ServerProcess Server, Func<int, int, Task> Ask)>();
        var all = new List<IAsyncDisposable>();
        foreach (var folder in folders)
        {
            var road = await PushRoad.StartAsync(questions, Path.GetFullPath(folder));
            all.Add(road);
            await Road.WarmAsync(road.Server, road.AskAsync);
            runs.Add((folder, road.Server, road.AskAsync));
        }
        using var kestrel = await ServerProcess.KestrelAsync();
        using var client = Road.Client(kestrel);
        runs.Add(("bare Kestrel, JSON echo", kestrel, (_, _) => Road.PostAsync(client, "/echo", Road.EchoActivity(kestrel))));
        var seen = runs.ToDictionary(run => run.Name, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, server, ask) in runs)
            {
                var (count, _, processor) = await Road.FullLoadAsync(server, ask, Slice);
                seen[name].Add(processor.TotalMicroseconds / count);
            }
        }
        foreach (var times in seen.Values) times.Sort();
        var echo = Median(runs[^1].Name);
        foreach (var (name, _, _) in runs)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {Median(name):F0} µs ({seen[name][0]:F0}–{seen[name][^1]:F0}), {Median(name) / echo:F1} times the echo"));
        foreach (var one in all) await one.DisposeAsync();

        double Median(string name) => Steady.Percentile(seen[name], 50);
    }
}
