using System.Diagnostics;
using System.Globalization;
using Bot.Conversations;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Follows;
using Bot.Storage.Sqlite;
using Bot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench.Dossiers;

/// <summary>A million dossiers in the embedded store: imported, looked up, and their changes told to followers while citizens ask.</summary>
internal static class DossierRun
{
    private const int Changed = 10_000;
    private const int Followers = 2_000;
    private const int LookUps = 5_000;

    public static async Task<int> RunAsync(string[] options)
    {
        var count = Array.IndexOf(options, "--count") is >= 0 and var at ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            var file = Exports.Csv(folder, "all.csv", 0, count, "4");
            await using (var database = new SqliteDatabase(folder))
            {
                await ImportAsync(database, file, "CSV", count);
                await ImportAsync(database, Exports.Xlsx(folder, "some.xlsx", 50_000), "XLSX", 50_000);
                await LookUpAsync(database, count);
                await FollowAsync(database);
            }
            await TellAsync(folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ImportAsync(Database database, string file, string kind, int count)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var report = await ImportedAsync(database, file);
        processor = Environment.CpuUsage.TotalTime - processor;
        if (report.Stored != count) throw new InvalidOperationException($"{report.Stored} of {count}: {report.Refusal}");
        Console.WriteLine($"{kind}: {count:N0} dossiers imported in {watch.Elapsed.TotalSeconds:F1} s, {count / watch.Elapsed.TotalSeconds:F0} a second ({count / processor.TotalSeconds:F0} a second of processor time); memory {Environment.WorkingSet / 1048576} MB");
    }

    private static Task<ImportReport> ImportedAsync(Database database, string file) => new DossierImport(database, new KeyedHash(new Keys(database)), new DossierMapping(), new Agencies())
        .RunAsync(() => ExportFile.Read(file), DateTimeOffset.UtcNow, isSnapshot: false, force: false);

    private static async Task LookUpAsync(Database database, int count)
    {
        var hash = new KeyedHash(new Keys(database));
        var source = new StoredDossierSource(database, hash);
        var desk = new DossierDesk(new DossierSources([source], TimeProvider.System, NullLogger<DossierSources>.Instance), new GuessLimits(database, hash, new GuessOptions(), TimeProvider.System));
        var random = new Random(1);
        var (alone, whole) = (new List<double>(), new List<double>());
        for (var i = 0; i < LookUps; i++)
        {
            var code = DossierCode.Parse(Exports.Code(random.Next(count)))!.Value;
            var began = Stopwatch.GetTimestamp();
            if (await source.FindAsync(code, Exports.Verifier, default) is null) throw new InvalidOperationException(code.Text);
            alone.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            code = DossierCode.Parse(Exports.Code(random.Next(count)))!.Value;
            began = Stopwatch.GetTimestamp();
            if (await desk.LookUpAsync(code, Exports.Verifier, hash.Of("sender", $"{i}"), default) is not LookUp.Found) throw new InvalidOperationException(code.Text);
            whole.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        alone.Sort();
        whole.Sort();
        Console.WriteLine($"look-up among {count:N0}: in the store p50 {Steady.Percentile(alone, 50):F2} ms, p99 {Steady.Percentile(alone, 99):F2} ms; with its guess counted durably p50 {Steady.Percentile(whole, 50):F2} ms, p99 {Steady.Percentile(whole, 99):F2} ms");
    }

    // As if so many citizens had asked to be told; on Direct Line, for nobody need listen.
    private static async Task FollowAsync(Database database)
    {
        var (log, source) = (new ActivityLog(database, TimeProvider.System), new StoredDossierSource(database, new KeyedHash(new Keys(database))));
        for (var i = 0; i < Followers; i++)
        {
            var (conversation, code) = ("follower-" + i.ToString(CultureInfo.InvariantCulture), DossierCode.Parse(Exports.Code(i * (Changed / Followers)))!.Value);
            await log.StartAsync(conversation, ActivityLog.ReadByClient, "dl_" + i.ToString(CultureInfo.InvariantCulture));
            var dossier = (await source.FindAsync(code, Exports.Verifier, default))!;
            Follow[] follows = [new(code.Text, dossier.Owner, DossierMark.Of(dossier), DateTimeOffset.UtcNow.AddDays(90))];
            var state = StateJson.Write(Conversation.New with { Greeted = true, Follows = [.. follows] });
            await database.WriteAsync(session =>
            {
                FollowLog.Write(session, conversation, follows, 0);
                return session.Execute("UPDATE conversations SET state = $2 WHERE id = $1", conversation, state);
            });
        }
    }

    private static async Task TellAsync(string folder)
    {
        var (server, _) = await ServerProcess.AssistantAsync("--Data:Path=" + folder, "--Dossiers:FollowSeconds=1");
        using (server)
        {
            var questions = Repository.Questions(Repository.Content());
            using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
            var talks = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Talk.BeginAsync(client)));
            for (var i = 0; i < 3000; i++) await talks[i % talks.Length].AskAsync(questions[i % questions.Length]);
            // And one round of telling: the server compiles what it does for the first time.
            await ToldAsync(folder, Exports.Csv(folder, "first.csv", 0, Changed / Followers * 20, "5"), Stopwatch.StartNew());
            Console.WriteLine($"questions at 50 a second, before: {await AskAsync(talks, questions, Task.Delay(TimeSpan.FromSeconds(10)))}");
            // By the command's own process, as an operator does it.
            var file = Exports.Csv(folder, "changed.csv", 0, Changed, "6");
            var watch = Stopwatch.StartNew();
            var told = ToldAsync(folder, file, watch);
            Console.WriteLine($"questions at 50 a second, while {Changed:N0} changed dossiers are imported and {Followers:N0} followers told: {await AskAsync(talks, questions, told)}");
            var (imported, all) = await told;
            Console.WriteLine($"imported after {imported.TotalSeconds:F1} s, all told after {all.TotalSeconds:F1} s");
            foreach (var talk in talks) talk.Dispose();
        }
    }

    private static async Task<(TimeSpan Imported, TimeSpan Told)> ToldAsync(string folder, string file, Stopwatch watch)
    {
        using (var command = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "dossiers", "import", file, "--Data:Path=" + folder]) { RedirectStandardOutput = true })!)
        {
            await command.WaitForExitAsync();
            if (command.ExitCode != 0) throw new InvalidOperationException(await command.StandardOutput.ReadToEndAsync());
        }
        var imported = watch.Elapsed;
        await using var database = new SqliteDatabase(folder);
        while (database.Read(session => (long)session.Scalar("SELECT count(*) FROM follows f JOIN dossiers d ON d.code = f.code WHERE d.mark <> f.mark")!) > 0)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("Không báo hết thay đổi.");
            await Task.Delay(50);
        }
        return (imported, watch.Elapsed);
    }

    private static async Task<string> AskAsync(Talk[] talks, string[] questions, Task until)
    {
        var times = await Steady.AskAsync(talks, questions, 50, until);
        return $"p50 {Steady.Percentile(times, 50):F1} ms, p99 {Steady.Percentile(times, 99):F1} ms ({times.Count})";
    }
}
