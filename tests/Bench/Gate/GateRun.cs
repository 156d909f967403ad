using System.Diagnostics;
using System.Globalization;
using Bot.Content;
using Bot.Content.Gate;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bench.Gate;

/// <summary>The time of the publish gate on much made content with three notices changed, one taken away and one added.</summary>
internal static class GateRun
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);

    public static int Run(string[] options)
    {
        var (notices, questions, recorded) = (Number("--notices", 2000), Number("--questions", 10_000), Number("--recorded", 20_000));
        var (files, _) = new ContentFolder(new ContentSettings().Find()).Read();
        var made = new MadeContent(files, Repository.Content().Catalogue, notices, questions);
        var live = Read(made.Files, out var seconds);
        var asked = made.Asked(Repository.Questions(live), recorded).ConvertAll(q => new AskedQuestion(q));
        var candidate = Read(Changed(made), out var candidateSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{live.Catalogue.Notices.Count} notices, {live.Librarian.Passages.Length} sections, {Repository.Questions(live).Length} example questions; read in {seconds:F2} s, the candidate in {candidateSeconds:F2} s"));
        // The first time it is compiled, too.
        foreach (var threads in (int[])[Environment.ProcessorCount, Environment.ProcessorCount, 1])
        {
            var (examples, whole) = (Timed(() => Gate().Run([], threads)), Timed(() => Gate().Run(asked, threads)));
            Console.WriteLine($"{threads} threads: {whole.Text}; the example questions alone {examples.Text}; right {whole.Report.RightNow} and {whole.Report.RightThen} of {whole.Report.Examples}");
        }
        foreach (var kind in Gate().Run(asked).Changes.GroupBy(c => (c.Kind, c.IsLoss))) Console.WriteLine($"{kind.Key.Kind}{(kind.Key.IsLoss ? " (loss)" : "")}: {kind.Count()}");
        return 0;

        // A new one each time: it remembers what it has asked.
        PublishGate Gate() => new(new EditionAnswers(live, At), new EditionAnswers(candidate, At));

        int Number(string name, int otherwise) =>
            Array.IndexOf(options, name) is >= 0 and var i && int.TryParse(options.ElementAtOrDefault(i + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
    }

    private static List<ContentFile> Changed(MadeContent made)
    {
        var files = made.Files.ToList();
        for (var i = 0; i < 3; i++) files[^(1 + i)] = files[^(1 + i)] with { Text = made.Notice(0).Text };
        files.RemoveAt(files.Count - 4);
        files.Add(made.Notice(1_000_000));
        return files;
    }

    private static Edition Read(List<ContentFile> files, out double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        var edition = Edition.Read(files, [], null, out var faults)!;
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return faults.FirstOrDefault(f => !f.IsWarning) is { } fault ? throw new InvalidOperationException(fault.ToString()) : edition;
    }

    private static (string Text, GateReport Report) Timed(Func<GateReport> run)
    {
        using var process = Process.GetCurrentProcess();
        var (start, work) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var report = run();
        process.Refresh();
        return (string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s ({(process.TotalProcessorTime - work).TotalSeconds:F2} s of processor)"), report);
    }
}
