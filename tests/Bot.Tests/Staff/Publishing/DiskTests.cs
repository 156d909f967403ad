using Bot.Content;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Staff.Publishing;

/// <summary>A single node, whose folder is the truth: what is changed there, and what is cut off between the version and its file.</summary>
public sealed class DiskTests : IAsyncLifetime
{
    private readonly SqliteData data = new();
    private readonly ContentCopy content = new();
    private readonly CapturedLog log = new();
    private readonly ManualTime time = new();
    private TestBot bot = null!;

    public async Task InitializeAsync()
    {
        await data.InitializeAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await data.DisposeAsync();
        content.Dispose();
    }

    [Fact]
    public async Task What_is_changed_added_and_deleted_on_disk_is_a_version_and_told()
    {
        var added = NoticeFile.Of("tin-tuc", "tin-moi")!;
        content[Desk.File.Path] = content[Desk.File.Path]!.AllCounters("20");
        content[added.Path] = "chưa xong";
        await bot.LookAsync();
        content[added.Path] = null;
        await bot.LookAsync();
        Assert.Equal(["2 Disk -", "1 Disk -"], bot.History());
        Assert.Equal(["2 Disk -", "1 Disk -"], bot.History(added));
        Assert.Null(bot.Versions().Latest(added)!.Text);
        Assert.Equal(3, bot.Audited().Count(entry => entry.StartsWith("changed-on-disk", StringComparison.Ordinal)));
        Assert.Equal(1, log.Count("notices/thong-bao/nop-ho-so.md được đổi trên đĩa"));
        Assert.Equal(1, log.Count("văn bản trong thư mục nội dung là bản thứ nhất"));
    }

    [Fact]
    public async Task It_is_seen_by_itself_and_while_the_assistant_was_off_too()
    {
        await time.WaitedForAsync(DiskWatch.Interval);
        content[Desk.File.Path] = content[Desk.File.Path]!.AllCounters("20");
        bot.Of<LiveContent>().Refresh();
        time.Advance(DiskWatch.Interval);
        await log.SaysAsync("được đổi trên đĩa");
        await bot.DisposeAsync();
        content[Desk.File.Path] = content[Desk.File.Path]!.Replace("Quầy 20", "Quầy 21", StringComparison.Ordinal);
        await StartAsync();
        await log.SaysAsync("được đổi trên đĩa", 2);
        Assert.Equal(["3 Disk -", "2 Disk -", "1 Disk -"], bot.History());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_gone_and_nothing_is_published_over_it()
    {
        var path = Path.Combine(content.Path, Desk.File.Path);
        await bot.DraftAsync(content[Desk.File.Path]!.AllCounters("20"));
        await File.WriteAllBytesAsync(path, [0xD0, 0x00, 0xFF, 0xFE]);
        await bot.LookAsync();
        Assert.Equal(["1 Disk -"], bot.History());
        Assert.Equal(PublishFault.Unwritable, await bot.PublishAsync());
        Assert.Equal([0xD0, 0x00, 0xFF, 0xFE], await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task What_is_published_but_cannot_be_written_is_told_so_and_written_later()
    {
        var place = NoticeFile.Of("thong-bao", "quay-moi")!;
        var inTheWay = Path.Combine(content.Path, place.Path);
        Directory.CreateDirectory(inTheWay);
        await bot.DraftAsync(content[Desk.File.Path]!.AllCounters("20"), file: place);
        Assert.Equal(PublishFault.Late, await bot.PublishAsync(file: place));
        Assert.NotEqual(0, log.Count("chưa ghi được vào thư mục nội dung"));
        content[Desk.File.Path] = content[Desk.File.Path]!.AllCounters("20");
        Directory.Delete(inTheWay);
        await bot.LookAsync();
        Assert.Contains("Quầy 20", content[place.Path]);
        Assert.Equal(["1 Page binh: đổi quầy"], bot.History(place));
        Assert.Equal(["2 Disk -", "1 Disk -"], bot.History());
    }

    [Fact]
    public async Task Cut_off_after_the_version_and_before_its_file_the_next_start_finishes_it()
    {
        var (before, after) = (content[Desk.File.Path]!, content[Desk.File.Path]!.AllCounters("20"));
        await CutOffAsync(after);
        // As much of it as had been written.
        content["notices/thong-bao/.nop-ho-so.md.new"] = after[..20];
        Assert.Equal(before, content[Desk.File.Path]);
        await StartAsync();
        Assert.Equal(after, content[Desk.File.Path]);
        Assert.Equal(["2 Page binh: đổi quầy", "1 Disk -"], bot.History());
        Assert.Contains("Quầy 20", System.Net.WebUtility.HtmlDecode(await bot.AskAsync()));
        Assert.Equal(0, log.Count("được đổi trên đĩa"));
    }

    [Fact]
    public async Task Cut_off_before_the_file_of_a_new_notice_and_of_one_that_goes_the_next_start_finishes_it()
    {
        var added = NoticeFile.Of("tin-tuc", "tin-moi")!;
        await CutOffAsync("mới", added);
        await CutOffAsync(null);
        await StartAsync();
        Assert.Equal("mới", content[added.Path]);
        Assert.Null(content[Desk.File.Path]);
        Assert.Equal(0, log.Count("được đổi trên đĩa"));
    }

    [Fact]
    public async Task Cut_off_before_the_file_what_was_written_there_meanwhile_is_not_lost()
    {
        var (after, operators) = (content[Desk.File.Path]!.AllCounters("20"), content[Desk.File.Path]!.AllCounters("21"));
        await CutOffAsync(after);
        content[Desk.File.Path] = operators;
        await StartAsync();
        Assert.Equal(operators, content[Desk.File.Path]);
        Assert.Equal(["3 Disk -", "2 Page binh: đổi quầy", "1 Disk -"], bot.History());
    }

    [Fact]
    public async Task Cut_off_after_the_file_the_next_start_knows_that_it_is_written()
    {
        var (before, after) = (content[Desk.File.Path]!, content[Desk.File.Path]!.AllCounters("20"));
        await CutOffAsync(after);
        content[Desk.File.Path] = after;
        await StartAsync();
        await bot.DisposeAsync();
        // Else this would look like a file that was not written yet.
        content[Desk.File.Path] = before;
        await StartAsync();
        Assert.Equal(before, content[Desk.File.Path]);
        Assert.Equal(["3 Disk -", "2 Page binh: đổi quầy", "1 Disk -"], bot.History());
    }

    private async Task StartAsync()
    {
        bot = data.Bot(time, services => services.AddSingleton<ILoggerProvider>(log), content.Setting);
        await bot.LookAsync();
    }

    /// <summary>What publishing commits, and then nothing any more.</summary>
    private async Task CutOffAsync(string? text, NoticeFile? file = null)
    {
        var place = file ?? Desk.File;
        await bot.DisposeAsync();
        await using var database = data.Open();
        var versions = new VersionLog(database, time);
        var seen = versions.Latest(place)?.Number ?? 0;
        Assert.NotNull(await database.WriteAsync(session => versions.Add(session, place, seen, "binh", VersionOrigin.Page, "đổi quầy", text)));
    }
}
