using System.Diagnostics;
using System.Globalization;
using StandIns.Postgres;

namespace Bench.Faults;

/// <summary>Many citizens write over all channels while processes are killed with -9 and the channels' servers fail now and then; then everything is counted.</summary>
internal static class FaultRun
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] options)
    {
        var kills = Number(options, "--kills", 100);
        var writers = Number(options, "--conversations", 200);
        var isRight = true;
        if (!options.Contains("postgres")) isRight &= await OnSqliteAsync(kills, writers);
        if (!options.Contains("sqlite")) isRight &= await OnPostgresAsync(kills, writers);
        return isRight ? 0 : 1;
    }

    private static async Task<bool> OnSqliteAsync(int kills, int writers)
    {
        await using var world = await World.BeginAsync();
        var folder = Directory.CreateTempSubdirectory("faults").FullName;
        try
        {
            using var node = new Node(folder, world.Settings);
            return await RunAsync("SQLite, one process", world, [node], kills, writers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> OnPostgresAsync(int kills, int writers)
    {
        await using var world = await World.BeginAsync();
        await using var postgres = await PostgresServer.StartedAsync();
        string[] settings = [.. world.Settings, "--Storage:Postgres=" + await postgres.CreateDatabaseAsync()];
        using var one = new Node("unused", settings);
        using var two = new Node("unused", settings);
        return await RunAsync("PostgreSQL, two nodes", world, [one, two], kills, writers);
    }

    private static async Task<bool> RunAsync(string name, World world, IReadOnlyList<Node> nodes, int kills, int count)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
        var writers = Enumerable.Range(0, count).Select(i => (Writer)((i % 4) switch
        {
            0 => new LineWriter(world, nodes, i),
            1 => new ZaloWriter(world, nodes, i),
            2 => new MessengerWriter(world, nodes, i),
            _ => new ConnectorWriter(world, nodes, i),
        })).ToArray();
        await Task.WhenAll(writers.Select(writer => writer.BeginAsync()));
        // The first token of Zalo is there before the killing begins: a refresh token that is spent and not yet written down is beyond any bot's help.
        await Task.WhenAll(writers.Select(writer => writer.WriteOneAsync()));
        await world.Zalo.Calls.AcceptedAsync(1, TimeSpan.FromSeconds(30));
        world.Rage();
        using var stop = new CancellationTokenSource();
        var writing = writers.Select(writer => writer.WriteAsync(Pace, stop.Token)).ToArray();
        var chance = new Random(7);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5 + 2 * chance.NextDouble()));
            var node = nodes[kill % nodes.Count];
            node.Kill();
            await node.StartAsync();
        }
        world.Calm();
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        var sent = writers.Sum(writer => writer.Sent);
        Console.WriteLine($"{name}: {nodes.Sum(node => node.Kills)} kills in {watch.Elapsed.TotalSeconds:F0} s; {sent} messages of {count} conversations were acknowledged");
        return await CountAsync(world, nodes, writers);
    }

    private static async Task<bool> CountAsync(World world, IReadOnlyList<Node> nodes, Writer[] writers)
    {
        var drain = Stopwatch.StartNew();
        var answers = new Dictionary<Writer, IReadOnlyList<int>>();
        do
        {
            await Task.Delay(500);
            foreach (var writer in writers) answers[writer] = await writer.AnsweredAsync();
        }
        while (drain.Elapsed < LongestDrain && writers.Any(writer => answers[writer].Distinct().Count() < writer.Sent));
        var (allRight, duplicates) = (true, 0);
        foreach (var channel in writers.GroupBy(writer => writer.Channel))
        {
            var sent = channel.Sum(writer => writer.Sent);
            var lost = channel.Sum(writer => Enumerable.Range(1, writer.Sent).Except(answers[writer]).Count());
            var twice = channel.Sum(writer => answers[writer].Count - answers[writer].Distinct().Count());
            // A reply that came twice may come again later; what counts is when each came first.
            var disordered = channel.Sum(writer => { var first = answers[writer].Distinct().ToList(); return first.Zip(first.Skip(1)).Count(pair => pair.First > pair.Second); });
            Console.WriteLine($"  {channel.Key}: {sent} sent, {sent - lost} answered, {lost} lost, {disordered} out of order, {twice} twice");
            allRight &= lost == 0 && disordered == 0 && (channel.Key != "Direct Line" || twice == 0);
            duplicates += twice;
        }
        var logged = nodes.Sum(node => node.Twice);
        Console.WriteLine($"  drained in {drain.Elapsed.TotalSeconds:F1} s; {duplicates} replies came twice on the push channels, the logs say \"possibly twice\" {logged} times; "
            + $"the channels' servers took {world.TakenInSilence(world.Zalo) + world.TakenInSilence(world.Graph) + world.TakenInSilence(world.Connector)} messages without an answer of their own accord; {nodes.Sum(node => node.Errors)} errors in the logs");
        return allRight && duplicates <= logged;
    }

    private static int Number(string[] options, string name, int otherwise) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
