using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bench.Gate;
using Bot.Content;
using Bot.Staff.Notices;
using Bot.Storage.Sqlite;
using Knowledge.Notices;

namespace Bench.Staff;

/// <summary>The pages of staff on much made content, by themselves and while citizens ask.</summary>
internal static class StaffRun
{
    private const int Times = 9;
    private const string Gate = "/nhan-vien/xuat-ban/thu-tuc/gia-dinh-0";

    // What a citizen asks while nobody writes is 10 a second at the most; this is five times as much.
    private const int QuestionsASecond = 50;

    public static async Task<int> RunAsync(string[] options)
    {
        var (notices, examples, recorded) = options.Contains("--small") ? (300, 2500, 2000) : (2000, 10_000, 20_000);
        using var place = new Place();
        var (files, _) = new ContentFolder(new ContentSettings().Find()).Read();
        var made = new MadeContent(files, Repository.Content().Catalogue, notices, examples);
        place.Write(made.Files);
        await place.PrepareAsync(made, recorded);
        var (server, _) = await ServerProcess.AssistantAsync("--Data:Path=" + place.Data, "--Content:Path=" + place.Content);
        using (server)
        {
            using var browser = await StaffBrowser.SignedInAsync(server.Url);
            using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
            var talks = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Talk.BeginAsync(client)));
            var questions = Repository.Questions(Repository.Content());
            for (var i = 0; i < 2000; i++) await talks[i % talks.Length].AskAsync(questions[i % questions.Length]);

            Console.WriteLine($"{notices} notices, {examples} example questions, {recorded} recorded ones; the list of notices: {await RepeatedAsync(() => browser.GetAsync("/nhan-vien/van-ban"))}");
            Console.WriteLine($"questions at {QuestionsASecond} a second, by themselves: {await AskedAsync(Task.Delay(TimeSpan.FromSeconds(10)))}");
            await WhileAskedAsync("the list, again and again", () => RepeatedAsync(() => browser.GetAsync("/nhan-vien/van-ban")));
            // The first asks both contents everything; what answers now is not asked again until it changes, nor is a draft.
            foreach (var name in (string[])["by itself, the first of this content", "by itself, of a changed draft", "by itself, of a changed draft"]) await GateAsync(name, isAsked: false);
            for (var i = 0; i < 3; i++) await GateAsync("of a changed draft", isAsked: true);
            Console.WriteLine($"the publish gate again, of the same draft: {await TimedAsync(() => browser.GetAsync(Gate))}");
            await WhileAskedAsync("a Word document of 50 pages", () => TimedAsync(() => browser.ImportAsync(WordRun.Made().ToArray())));
            foreach (var talk in talks) talk.Dispose();

            async Task GateAsync(string name, bool isAsked)
            {
                await place.DraftAsync(made);
                if (isAsked) await WhileAskedAsync("the publish gate " + name, () => TimedAsync(() => browser.GetAsync(Gate)));
                else Console.WriteLine($"the publish gate {name}: {await TimedAsync(() => browser.GetAsync(Gate))}");
            }

            async Task WhileAskedAsync(string name, Func<Task<string>> work)
            {
                var working = Task.Run(work);
                var asked = await AskedAsync(working);
                Console.WriteLine($"{name}: {await working}; questions meanwhile {asked}");
            }

            async Task<string> AskedAsync(Task until)
            {
                var times = await Steady.AskAsync(talks, questions, QuestionsASecond, until);
                return $"p50 {Milliseconds(Steady.Percentile(times, 50))}, p99 {Milliseconds(Steady.Percentile(times, 99))} ({times.Count})";
            }
        }
        return 0;
    }

    private static async Task<string> RepeatedAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return $"the first time {Milliseconds(times[0])}, then {Milliseconds(times.Skip(1).Order().ElementAt(Times / 2 - 1))} in the middle and {Milliseconds(times.Skip(1).Max())} at most";
    }

    private static async Task<string> TimedAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Milliseconds(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static string Milliseconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:F0} ms");

    /// <summary>The content and the data of the run.</summary>
    private sealed class Place : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("staff");

        public string Content => Path.Combine(root.FullName, "content");

        public string Data => Path.Combine(root.FullName, "data");

        public void Write(IEnumerable<ContentFile> files)
        {
            foreach (var file in files)
            {
                var path = Path.Combine(Content, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }

        /// <summary>An administrator, and what citizens have asked.</summary>
        public async Task PrepareAsync(MadeContent made, int recorded)
        {
            await using var database = new SqliteDatabase(Data);
            await StaffBrowser.AddAccountAsync(database);
            var asked = made.Asked(Repository.Questions(Repository.Content()), recorded);
            var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await database.WriteAsync(session =>
            {
                for (var i = 0; i < asked.Count; i++)
                    session.Execute(
                        "INSERT INTO questions (at, conversation, seq, channel, outcome, section, text, took, again) VALUES ($1, $2, $3, 'directline', 'unanswered', NULL, $4, 3, 0)",
                        now - i * 1000L, "made-" + i % 500, (long)i, asked[i]);
                return true;
            });
        }

        /// <summary>Writes the draft of a notice that says something else, beside the running server.</summary>
        public async Task DraftAsync(MadeContent made)
        {
            await using var database = new SqliteDatabase(Data);
            var (drafts, file) = (new DraftLog(database, TimeProvider.System), NoticeFile.Of("thu-tuc", "gia-dinh-0")!);
            var published = File.ReadAllText(Path.Combine(Content, file.Path));
            await drafts.SaveAsync(file, made.Notice(1_000_000).Text, NoticeFile.Mark(published), StaffBrowser.Name, drafts.Find(file)?.Version ?? 0);
        }

        public void Dispose() => root.Delete(recursive: true);
    }
}
