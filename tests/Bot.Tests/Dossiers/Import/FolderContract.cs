using Bot.Dossiers.Import;
using Bot.Storage;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Dossiers.Import;

/// <summary>The folder that exports are put into, over either store.</summary>
public abstract class FolderContract(TestData data) : ImportStore(data)
{
    private readonly CapturedLog log = new();

    [Fact]
    public async Task A_file_that_did_not_change_between_two_looks_is_imported_and_moved_with_its_report()
    {
        var folder = Watched();
        Put("a.csv", Row(1), Faulty(2));
        await folder.LookAsync(default);
        Assert.Empty(Codes());
        await folder.LookAsync(default);
        Assert.Equal([Code(1)], Codes());
        Assert.Equal(["done/a.csv", "done/a.csv.txt"], Files());
        var report = File.ReadAllLines(Path.Combine(Folder.Path, "done/a.csv.txt"));
        Assert.Equal(["1 hồ sơ đã nhập, 0 hồ sơ đã bỏ, 1 dòng lỗi.", "dòng 3: không có số điện thoại hay số giấy tờ để đối chiếu"], report);
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_waited_for_and_so_is_what_comes_after_it()
    {
        var folder = Watched();
        Put("a.csv", Row(1));
        Put("b.csv", Row(1, "5"));
        await folder.LookAsync(default);
        Put("a.csv", Row(1), Row(2));
        await folder.LookAsync(default);
        Assert.Empty(Codes());
        await folder.LookAsync(default);
        Assert.Equal([Code(1), Code(2)], Codes());
        Assert.Equal(5, (await FindAsync(1))!.State);
        Assert.Equal(["done/a.csv", "done/a.csv.txt", "done/b.csv", "done/b.csv.txt"], Files());
    }

    [Fact]
    public async Task What_cannot_be_imported_is_moved_away_with_the_reason_and_holds_nothing_up()
    {
        var folder = Watched();
        File.WriteAllText(Path.Combine(Folder.Path, "a.xlsx"), "x");
        Put("b.csv", Row(1));
        await LookTwiceAsync(folder);
        Assert.Equal(["done/b.csv", "done/b.csv.txt", "failed/a.xlsx", "failed/a.xlsx.txt"], Files());
        Assert.Contains("không phải là tệp XLSX", File.ReadAllText(Path.Combine(Folder.Path, "failed/a.xlsx.txt")));
        Assert.Equal(1, log.Count("a.xlsx không được nhập"));
    }

    [Fact]
    public async Task What_is_no_export_stays_where_it_is()
    {
        var folder = Watched();
        foreach (var name in (string[])[".a.csv", "~$a.xlsx", "a.csv.part", "a.txt"]) Put(name, Row(1));
        File.WriteAllText(Path.Combine(Folder.Path, "empty.csv"), "");
        await LookTwiceAsync(folder);
        Assert.Empty(Codes());
        Assert.Equal(5, Files().Count);
    }

    [Fact]
    public async Task A_name_that_was_there_before_gets_a_number()
    {
        var folder = Watched();
        foreach (var state in (string[])["4", "5"])
        {
            Put("a.csv", Row(1, state));
            await LookTwiceAsync(folder);
        }
        Assert.Equal(["done/a-2.csv", "done/a-2.csv.txt", "done/a.csv", "done/a.csv.txt"], Files());
    }

    [Fact]
    public async Task A_file_that_cannot_be_moved_is_imported_once_and_told_of_once()
    {
        var folder = Watched();
        // Where the folder should be, a file is in the way.
        File.WriteAllText(Path.Combine(Folder.Path, "done"), "");
        Put("a.csv", Row(1));
        for (var i = 0; i < 4; i++) await folder.LookAsync(default);
        Assert.Equal(1L, Batches());
        Assert.Equal(1, log.Count("a.csv không chuyển đi được"));
        Put("a.csv", Row(1), Row(2));
        await LookTwiceAsync(folder);
        Assert.Equal(2L, Batches());
    }

    [Fact]
    public async Task In_snapshot_mode_each_file_is_the_whole()
    {
        var folder = Watched(areSnapshots: true);
        Put("a.csv", Rows(1, 4));
        await LookTwiceAsync(folder);
        Put("b.csv", Rows(1, 3));
        Put("c.csv", Row(1));
        await LookTwiceAsync(folder);
        Assert.Equal([Code(1), Code(2), Code(3)], Codes());
        Assert.Contains("failed/c.csv", Files());
    }

    [Fact]
    public async Task While_another_import_runs_a_file_waits_and_that_is_told_once()
    {
        var folder = Watched();
        Put("a.csv", Row(1));
        await using var elsewhere = Data.Open();
        await using (await elsewhere.HoldAgainstAllAsync("import"))
            for (var i = 0; i < 4; i++) await folder.LookAsync(default);
        Assert.Equal((0, 1), (Codes().Count, log.Count("Một lần nhập khác đang chạy")));
        await folder.LookAsync(default);
        Assert.Equal([Code(1)], Codes());
    }

    [Fact]
    public async Task The_end_of_the_process_leaves_the_file_for_the_next_start()
    {
        var folder = Watched();
        Put("a.csv", Row(1));
        using var stopping = new CancellationTokenSource();
        await folder.LookAsync(stopping.Token);
        await stopping.CancelAsync();
        await folder.LookAsync(stopping.Token);
        Assert.Equal((0, "a.csv"), (Codes().Count, Assert.Single(Files())));
    }

    [Fact]
    public async Task The_assistant_looks_where_its_settings_say()
    {
        Put("a.csv", Row(1));
        await using var bot = Data.Bot(Time, settings: [("Dossiers:Folder", Folder.Path), ("Dossiers:FolderMode", "snapshot"), ("Dossiers:Samples", "false")]);
        await LookTwiceAsync(Assert.Single(bot.Services.GetServices<IHostedService>().OfType<DossierFolder>()));
        Assert.Equal([Code(1)], Codes());
        Assert.Equal(1L, Database.Read(session => session.Scalar("SELECT whole FROM imports")));
    }

    private protected DossierFolder Watched(bool areSnapshots = false, Database? database = null) =>
        new(new FolderOptions(Folder.Path, areSnapshots), database ?? Database, Import(database), Time, new LoggerFactory([log]).CreateLogger<DossierFolder>());

    private protected void Put(string name, params string[] rows) => File.WriteAllLines(Path.Combine(Folder.Path, name), [Headers, .. rows]);

    private protected static async Task LookTwiceAsync(DossierFolder folder)
    {
        await folder.LookAsync(default);
        await folder.LookAsync(default);
    }

    private protected List<string> Files() =>
        [.. Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private long Batches() => (long)Database.Read(session => session.Scalar("SELECT max(batch) FROM imports"))!;
}
