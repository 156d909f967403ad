using System.Net;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Staff.Publishing;

/// <summary>Two nodes with a folder each, whose versions are the truth.</summary>
[Collection(PostgresRun.Name)]
public sealed class NodeTests(PostgresRun run) : IAsyncLifetime
{
    private readonly PostgresData data = new(run);
    private readonly (ContentCopy Here, ContentCopy There) content = (new(), new());
    private readonly CapturedLog log = new();
    private readonly ManualTime time = new();
    private TestBot here = null!;

    public async Task InitializeAsync()
    {
        await data.InitializeAsync();
        here = data.Bot(settings: content.Here.Setting);
        await here.LookAsync();
    }

    public async Task DisposeAsync()
    {
        await here.DisposeAsync();
        await data.DisposeAsync();
        content.Here.Dispose();
        content.There.Dispose();
    }

    [Fact]
    public async Task What_is_published_on_one_answers_on_the_other_within_five_seconds_and_so_does_what_is_taken_back()
    {
        await using var there = await StartAsync();
        await time.WaitedForAsync(DiskWatch.Interval);
        await PublishAsync("20");
        Assert.Equal(content.Here[Desk.File.Path], await NextAsync(there, 1));
        Assert.Contains("Quầy 20", WebUtility.HtmlDecode(await there.AskAsync()));
        Assert.Null(await here.Of<Publisher>().TakeBackAsync(Desk.File, 0, seen: 2, null, "binh"));
        Assert.Null(await NextAsync(there, 2));
        Assert.Equal(["3 Back binh", "2 Page binh: đổi quầy", "1 Disk -"], there.History());
        Assert.Equal(0, log.Count("đổi trên đĩa"));
    }

    [Fact]
    public async Task What_is_changed_in_the_folder_of_one_goes_to_the_other_as_a_version_that_is_told()
    {
        await using var there = await StartAsync();
        content.There[Desk.File.Path] = content.There[Desk.File.Path]!.AllCounters("21");
        await there.LookAsync();
        await here.LookAsync();
        Assert.Equal(content.There[Desk.File.Path], content.Here[Desk.File.Path]);
        Assert.Equal(["2 Disk -", "1 Disk -"], here.History());
        Assert.Equal(["changed-on-disk  #2"], here.Audited());
    }

    [Fact]
    public async Task A_node_that_starts_with_an_older_text_or_none_is_brought_up_to_date()
    {
        var added = NoticeFile.Of("thong-bao", "quay-moi")!;
        await here.DraftAsync(content.Here[Desk.File.Path]!.AllCounters("20"), file: added);
        Assert.Null(await here.PublishAsync(file: added));
        await PublishAsync("22");
        await using var there = await StartAsync();
        Assert.All((NoticeFile[])[Desk.File, added], file => Assert.Equal(content.Here[file.Path], content.There[file.Path]));
        Assert.Equal(2, there.History().Count());
        Assert.Empty(there.Of<ClashLog>().All());
    }

    [Fact]
    public async Task Where_nobody_has_published_a_new_deployment_brings_new_content()
    {
        content.There[Desk.File.Path] = content.There[Desk.File.Path]!.AllCounters("21");
        await using var there = await StartAsync();
        await here.LookAsync();
        Assert.Contains("Quầy 21", content.Here[Desk.File.Path]);
        Assert.Equal(["2 Disk -", "1 Disk -"], there.History());
    }

    [Fact]
    public async Task A_strange_text_at_start_is_kept_aside_and_what_is_published_is_written_out()
    {
        await PublishAsync("20");
        content.There[Desk.File.Path] = content.There[Desk.File.Path]!.AllCounters("21");
        for (var starts = 0; starts < 2; starts++)
        {
            // A program that brings its content along does so at each start: it is told once.
            if (starts == 1) content.There[Desk.File.Path] = content.There[Desk.File.Path]!.Replace("Quầy 20", "Quầy 21", StringComparison.Ordinal);
            await using var there = await StartAsync();
            Assert.Equal(content.Here[Desk.File.Path], content.There[Desk.File.Path]);
        }
        var kept = Assert.Single(here.Of<ClashLog>().All());
        Assert.Contains("Quầy 21", kept.Text);
        Assert.Equal(2, here.History().Count());
        Assert.Equal(["published binh #2 đổi quầy", "clash-kept"], here.Audited());
        Assert.Equal(1, log.Count("được cất riêng"));
    }

    [Fact]
    public async Task What_was_kept_aside_becomes_the_draft_or_is_discarded_and_does_not_come_back()
    {
        await PublishAsync("20");
        content.There[Desk.File.Path] = content.There[Desk.File.Path]!.AllCounters("21");
        await using (await StartAsync()) { }
        var (desk, kept) = (here.Of<ClashDesk>(), here.Of<ClashLog>().Of(Desk.File)[0]);
        var written = await here.DraftAsync("đang viết");
        Assert.False(await desk.TakeAsync(Desk.File, kept.Mark, "an"));
        await here.Of<Bot.Storage.Database>().WriteAsync(session => DraftLog.Delete(session, Desk.File, written.Version));
        Assert.True(await desk.TakeAsync(Desk.File, kept.Mark, "an"));
        Assert.Equal(kept.Text, here.Of<DraftLog>().Find(Desk.File)!.Text);
        Assert.False((await here.Of<Publisher>().TryAsync(Desk.File, default))!.IsClash);
        content.There[Desk.File.Path] = kept.Text;
        await using (await StartAsync()) { }
        Assert.Empty(here.Of<ClashLog>().All());
        Assert.False(await desk.DiscardAsync(Desk.File, kept.Mark, "an"));
        Assert.Equal("clash-taken an", here.Audited().Last());
    }

    [Fact]
    public async Task Changed_on_a_running_node_and_published_on_another_at_once_the_folders_text_is_kept_aside()
    {
        await using var there = await StartAsync();
        await PublishAsync("20");
        content.There[Desk.File.Path] = content.There[Desk.File.Path]!.AllCounters("21");
        await there.LookAsync();
        Assert.Equal(content.Here[Desk.File.Path], content.There[Desk.File.Path]);
        Assert.Contains("Quầy 21", Assert.Single(here.Of<ClashLog>().Of(Desk.File)).Text);
        Assert.Equal(2, here.History().Count());
    }

    [Fact]
    public async Task Nodes_that_publish_at_the_same_moment_publish_one_after_the_other()
    {
        await using var there = await StartAsync();
        var draft = await here.DraftAsync(content.Here[Desk.File.Path]!.AllCounters("20"));
        var both = await Task.WhenAll(((TestBot[])[here, there]).Select(bot => Task.Run(() =>
            bot.Of<Publisher>().PublishAsync(Desk.File, draft.Version, "đổi quầy", new HashSet<string>(), "binh", default))));
        Assert.Single(both, fault => fault is null);
        Assert.Contains(both, fault => fault is PublishFault.Busy or PublishFault.Meanwhile);
        Assert.Equal(2, here.History().Count());
    }

    private async Task<TestBot> StartAsync()
    {
        var there = data.Bot(time, services => services.AddSingleton<ILoggerProvider>(log), content.There.Setting);
        await there.LookAsync();
        return there;
    }

    private async Task PublishAsync(string counter)
    {
        await here.DraftAsync(content.Here[Desk.File.Path]!.AllCounters(counter));
        Assert.Null(await here.PublishAsync());
    }

    /// <summary>The notice in the other folder once that node has looked by itself.</summary>
    private async Task<string?> NextAsync(TestBot there, int readings)
    {
        time.Advance(DiskWatch.Interval);
        await log.SaysAsync("Nội dung: ", readings);
        return content.There[Desk.File.Path];
    }
}
