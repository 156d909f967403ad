using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Operation.Settings;
using Bot.Storage;
using Bot.Storage.Postgres;
using Bot.Storage.Questions;
using Knowledge.Notices;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Content.Gate;

/// <summary>
/// "gate CANDIDATE_FOLDER [--live=FOLDER] [--recorded=FILE.txt] [--SETTING=VALUE …]": what publishing a content folder would change; works beside
/// the running server.
/// </summary>
public static partial class GateCommand
{
    private const int MostGains = 20;

    private const string Usage =
        """
        Cách dùng: gate THƯ-MỤC-MỚI [--live=content] [--recorded=TỆP.txt] [--Data:Path=… | --Storage:Postgres=…]
            TỆP.txt: mỗi dòng một câu hỏi, trước đó có thể là số lần hỏi và một dấu tab. Không có thì lấy câu hỏi đã ghi trong 30 ngày.
        """;

    /// <summary>Runs the command and returns the exit code: 0 nothing is lost, 1 it could not be run, 2 not understood, 3 something is lost.</summary>
    public static async Task<int> RunAsync(string[] arguments, TimeProvider time, TextWriter output)
    {
        var options = arguments.Where(a => a.StartsWith('-')).ToArray();
        if (arguments.Where(a => !a.StartsWith('-')).ToArray() is not [var folder] || !options.All(Setting().IsMatch))
        {
            output.WriteLine(Usage);
            return 2;
        }
        try
        {
            var settings = CommandSettings.Read(options);
            var live = Read(new ContentSettings { Path = settings.Text("live") ?? ContentSettings.From(settings).Path }.Find(), output, mustBeGood: false);
            var candidate = Read(Path.GetFullPath(folder), output, mustBeGood: true);
            if (live is null || candidate is null) return 1;
            var recorded = settings.Text("recorded") is { } file ? FromFile(file) : await FromStoreAsync(StorageOptions.From(settings), time.GetUtcNow(), output);
            var now = time.GetUtcNow();
            var report = new PublishGate(new EditionAnswers(live, now), new EditionAnswers(candidate, now)).Run(recorded);
            Write(report, output);
            return report.Losses.Any() ? 3 : 0;
        }
        catch (Exception error) when (error is BadSettingException or DbException or IOException or TimeoutException)
        {
            output.WriteLine(error.Message);
            return 1;
        }
    }

    // What answers now may be faulty: then its good part answers. What is to be published must not.
    private static Edition? Read(string folder, TextWriter output, bool mustBeGood)
    {
        if (!Directory.Exists(folder)) throw new BadSettingException($"{folder}: không có thư mục này");
        var (files, reading) = new ContentFolder(folder).Read();
        var edition = Edition.Read(files, reading, null, out var faults);
        var wrong = faults.Where(f => !f.IsWarning).ToList();
        if (wrong.Count == 0 || edition is not null && !mustBeGood) return edition;
        output.WriteLine($"{folder} có lỗi, hãy sửa trước:");
        foreach (var fault in wrong) output.WriteLine(fault);
        return null;
    }

    private static List<AskedQuestion> FromFile(string file) => !File.Exists(file) ? throw new BadSettingException($"Không có tệp {file}.")
        : [.. File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Asked)
            .GroupBy(q => q.Text).Select(same => new AskedQuestion(same.Key, same.Sum(q => q.Count)))];

    private static AskedQuestion Asked(string line) =>
        line.Split('\t', 2) is [var count, var text] && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
        ? new AskedQuestion(text.Trim(), times) : new AskedQuestion(line.Trim());

    private static async Task<List<AskedQuestion>> FromStoreAsync(StorageOptions storage, DateTimeOffset now, TextWriter output)
    {
        // To open a file that is not there would make one.
        if (storage.Postgres is null && !File.Exists(Path.Combine(storage.Path, "bot.db")))
        {
            output.WriteLine($"Không có dữ liệu ở {Path.GetFullPath(storage.Path)}: chỉ thử câu hỏi ví dụ.");
            return [];
        }
        await using var database = StorageSetup.Open(storage, NullLogger<PostgresDatabase>.Instance);
        return new QuestionLog(database).Recent(now.AddDays(-PublishGate.RecordedDays), PublishGate.MostRecorded);
    }

    private static void Write(GateReport report, TextWriter output)
    {
        foreach (var (isLoss, kind) in report.Changes.Select(c => (c.IsLoss, c.Kind)).Distinct())
        {
            var changes = report.Changes.Where(c => c.IsLoss == isLoss && c.Kind == kind).ToList();
            output.WriteLine($"{(isLoss ? "MẤT: " : "")}{Name(kind)} ({changes.Count})");
            foreach (var change in isLoss ? changes : changes.Take(MostGains)) output.WriteLine("  " + Line(change));
            if (!isLoss && changes.Count > MostGains) output.WriteLine($"  … và {changes.Count - MostGains} câu nữa");
        }
        output.WriteLine(
            $"{report.Examples} câu hỏi ví dụ (bỏ chính lời của câu ấy): đúng {report.RightNow}, sẽ đúng {report.RightThen}; {report.Recorded} câu hỏi đã ghi");
        var losses = report.Losses.Count();
        output.WriteLine(losses > 0 ? $"{losses} điều mất đi, người xuất bản phải xem từng điều" : "không mất gì");
    }

    private static string Line(Change change) => change.Kind == ChangeKind.Contradiction ? change.Subject
        : $"«{change.Subject}»{(change.Home is { } home ? $" của {home}" : $" ({change.Count} lần hỏi)")}: {Sources(change.From)} → {Sources(change.To)}";

    private static string Sources(IReadOnlyCollection<SectionAddress> sources) =>
        sources.Count == 0 ? "không trả lời" : string.Join(" + ", sources);

    private static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.NewlyWrong => "trả lời sai",
        ChangeKind.NowUnanswered => "không còn trả lời được",
        ChangeKind.Contradiction => "trái nhau",
        ChangeKind.OtherSource => "trả lời từ mục khác",
        ChangeKind.NewlyRight => "trả lời đúng thêm",
        _ => "trả lời được thêm, chưa ai xem là đúng hay sai",
    };

    [GeneratedRegex("^--(live|recorded|Content:Path|Data:Path|Storage:Postgres)=", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();
}
