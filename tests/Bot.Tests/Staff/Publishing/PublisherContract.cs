using System.Net;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Publishing;

/// <summary>What publishing does over every store.</summary>
public abstract class PublisherContract(TestData data) : IAsyncLifetime
{
    private readonly ContentCopy content = new();
    private readonly ManualTime time = new();
    private TestBot bot = null!;

    private string Published => content[Desk.File.Path]!;

    public async Task InitializeAsync()
    {
        await data.InitializeAsync();
        bot = data.Bot(time, settings: content.Setting);
        await bot.LookAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await data.DisposeAsync();
        content.Dispose();
    }

    [Fact]
    public async Task What_lies_in_the_folder_at_the_very_first_start_is_the_first_version()
    {
        await bot.LookAsync();
        Assert.Equal(["1 Disk -"], bot.History());
        Assert.Equal(Published, bot.Versions().Latest(Desk.File)!.Text);
        Assert.Empty(bot.Audited());
    }

    [Fact]
    public async Task What_is_published_is_a_version_lies_in_the_folder_answers_at_once_and_is_no_draft_any_more()
    {
        var text = Published.AllCounters("20");
        await bot.DraftAsync(text);
        Assert.Null(await bot.PublishAsync());
        Assert.Equal(["2 Page binh: đổi quầy", "1 Disk -"], bot.History());
        Assert.Equal(text, Published);
        Assert.Null(bot.Of<DraftLog>().Find(Desk.File));
        Assert.Equal(["published binh #2 đổi quầy"], bot.Audited());
        Assert.Contains("Quầy 20", WebUtility.HtmlDecode(await bot.AskAsync()));
        Assert.DoesNotContain(content.Files, file => file.Contains(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_each_tick_nothing_is_written()
    {
        var draft = await bot.DraftAsync(Published.Counter("20"));
        var trial = (await bot.Of<Publisher>().TryAsync(Desk.File, default))!;
        var losses = Desk.Losses(trial);
        Assert.NotEmpty(losses);
        Assert.Equal(PublishFault.Unticked, await PublishAsync(draft.Version, "đổi quầy", [.. losses.Skip(1), "another"]));
        Assert.Equal(["1 Disk -"], bot.History());
        Assert.NotNull(bot.Of<DraftLog>().Find(Desk.File));
        Assert.Empty(bot.Audited());
        Assert.Contains("tại Quầy 19", Published);
        Assert.Null(await PublishAsync(draft.Version, "đổi quầy", losses));
        Assert.Contains("tại Quầy 20", Published);
    }

    [Fact]
    public async Task What_was_ticked_for_another_text_counts_for_nothing()
    {
        await bot.DraftAsync(Published.Counter("20"));
        var seen = (await bot.Of<Publisher>().TryAsync(Desk.File, default))!;
        var other = await bot.DraftAsync(
            Published.Replace("Nộp hồ sơ ở đâu?", "Lệ phí", StringComparison.Ordinal).Replace("Quý vị nộp hồ sơ tại", "Thu ở", StringComparison.Ordinal));
        Assert.Equal(PublishFault.Meanwhile, await PublishAsync(seen.Draft.Version, "đổi quầy", Desk.Losses(seen)));
        Assert.Equal(PublishFault.Unticked, await PublishAsync(other.Version, "đổi quầy", Desk.Losses(seen)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("long")]
    public async Task A_reason_is_asked_for(string? reason)
    {
        await bot.DraftAsync(Published.AllCounters("20"));
        Assert.Equal(PublishFault.Reason, await bot.PublishAsync(reason: reason == "long" ? new string('x', 301) : reason));
        Assert.Equal(["1 Disk -"], bot.History());
    }

    [Fact]
    public async Task A_faulty_draft_is_not_published()
    {
        await bot.DraftAsync(Published.Replace("status: in-force", "status: maybe", StringComparison.Ordinal));
        Assert.Equal(PublishFault.Faulty, await bot.PublishAsync());
        var namesake = NoticeFile.Of("huong-dan", "nop-ho-so")!;
        await bot.DraftAsync(Published.Replace("kind: thông báo", "kind: hướng dẫn", StringComparison.Ordinal), file: namesake);
        var fault = Assert.Single((await bot.Of<Publisher>().TryAsync(namesake, default))!.Candidate.Faults);
        Assert.Contains("trùng tên với notices/thong-bao/nop-ho-so.md", fault.Message);
        Assert.Equal(PublishFault.Faulty, await bot.PublishAsync(file: namesake));
    }

    [Fact]
    public async Task A_draft_of_an_older_version_clashes_until_it_is_merged()
    {
        var (drafts, began) = (bot.Of<DraftLog>(), bot.Versions().Latest(Desk.File)!);
        await bot.DraftAsync(Published.AllCounters("20"));
        Assert.Null(await bot.PublishAsync());
        var draft = (await drafts.SaveAsync(Desk.File, Published.Replace("Sở Mẫu", "Sở Khác", StringComparison.Ordinal), began.Mark, "an", 0))!;
        var trial = (await bot.Of<Publisher>().TryAsync(Desk.File, default))!;
        Assert.True(trial.IsClash);
        Assert.Equal((began, 2L), (trial.Base, trial.Latest!.Number));
        Assert.Equal(PublishFault.Clash, await bot.PublishAsync());
        Assert.False(await bot.Of<ClashDesk>().MergedAsync(Desk.File, draft.Version, latest: 1, "an"));
        Assert.True(await bot.Of<ClashDesk>().MergedAsync(Desk.File, draft.Version, latest: 2, "an"));
        Assert.Null(await bot.PublishAsync());
        Assert.Contains("Sở Khác", Published);
    }

    [Fact]
    public async Task A_text_on_disk_that_nobody_has_seen_is_never_overwritten()
    {
        await bot.DraftAsync(Published.AllCounters("20"));
        content[Desk.File.Path] = Published.AllCounters("21");
        Assert.Equal(PublishFault.Clash, await bot.PublishAsync());
        Assert.Contains("Quầy 21", Published);
        Assert.Equal(["2 Disk -", "1 Disk -"], bot.History());
        Assert.Equal(["changed-on-disk  #2"], bot.Audited());
    }

    [Fact]
    public async Task A_version_is_taken_back_with_one_press_and_pressed_again_it_leads_further_back()
    {
        foreach (var counter in (string[])["20", "21"])
        {
            await bot.DraftAsync(bot.Versions().Find(Desk.File, 1)!.Text!.AllCounters(counter));
            Assert.Null(await bot.PublishAsync(reason: "quầy " + counter));
        }
        Assert.Null(await BackAsync());
        Assert.Contains("Quầy 20", Published);
        Assert.Null(await BackAsync());
        Assert.Contains("Quầy 19", Published);
        Assert.Contains("Quầy 19", WebUtility.HtmlDecode(await bot.AskAsync()));
        Assert.Null(await BackAsync());
        Assert.Null(content[Desk.File.Path]);
        Assert.DoesNotContain("Quầy", WebUtility.HtmlDecode(await bot.AskAsync()));
        Assert.Null(NoticeVersion.Before(bot.Versions().Of(Desk.File)));
        Assert.Null(await bot.Of<Publisher>().TakeBackAsync(Desk.File, 3, seen: 6, "dùng lại", "binh"));
        Assert.Contains("Quầy 21", Published);
        Assert.Equal(
            ["7 Back binh: dùng lại", "6 Back binh", "5 Back binh", "4 Back binh", "3 Page binh: quầy 21", "2 Page binh: quầy 20", "1 Disk -"], bot.History());
        Assert.Equal("taken-back binh #7 dùng lại", bot.Audited().Last());
    }

    [Fact]
    public async Task Pressed_twice_at_once_it_is_taken_back_once()
    {
        await bot.DraftAsync(Published.AllCounters("20"));
        await bot.PublishAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => bot.Of<Publisher>().TakeBackAsync(Desk.File, 1, seen: 2, null, "binh"))));
        Assert.Equal([null, PublishFault.Meanwhile], both.Order());
        Assert.Equal(3, bot.History().Count());
    }

    [Fact]
    public async Task Where_the_folder_cannot_be_written_nothing_is_published()
    {
        var place = NoticeFile.Of("huong-dan", "nop-truc-tuyen")!;
        content["notices/huong-dan"] = "no folder";
        await bot.DraftAsync(Published.Replace("kind: thông báo", "kind: hướng dẫn", StringComparison.Ordinal).AllCounters("20"), file: place);
        Assert.Equal(PublishFault.Unwritable, await bot.PublishAsync(file: place));
        Assert.Empty(bot.History(place));
        Assert.NotNull(bot.Of<DraftLog>().Find(place));
    }

    private Task<string?> PublishAsync(long seen, string reason, HashSet<string> ticks) =>
        bot.Of<Publisher>().PublishAsync(Desk.File, seen, reason, ticks, "binh", default);

    private Task<string?> BackAsync()
    {
        var all = bot.Versions().Of(Desk.File);
        return bot.Of<Publisher>().TakeBackAsync(Desk.File, NoticeVersion.Before(all)!.Value, all[0].Number, null, "binh");
    }
}
