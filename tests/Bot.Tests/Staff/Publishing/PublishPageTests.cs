using System.Net;
using System.Text.RegularExpressions;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Storage;
using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Publishing;

/// <summary>Publishing and taking back, as staff do it on the pages.</summary>
public sealed partial class PublishPageTests : IAsyncLifetime
{
    private static readonly string Publish = NoticeAddresses.Publish(Desk.File);
    private static readonly string Versions = NoticeAddresses.Versions(Desk.File);

    private readonly ContentCopy content = new();
    private StaffScene scene = null!;

    private string Published => content[Desk.File.Path]!;

    public Task InitializeAsync() => BeginAsync();

    public async Task DisposeAsync()
    {
        await scene.DisposeAsync();
        content.Dispose();
    }

    [Fact]
    public async Task Without_ticks_it_is_refused_with_them_citizens_are_answered_otherwise_and_one_press_brings_it_back()
    {
        await scene.Bot.DraftAsync(Published.Counter("20"));
        var binh = await scene.SignedInAsync("binh");
        var page = await binh.GetAsync(Publish);
        var losses = Losses(page);
        Assert.NotEmpty(losses);
        Assert.Contains("nộp hồ sơ ở đâu", page.Text);
        Assert.Contains("[gate.newly-wrong] (1)", page.Text);
        Assert.Matches("<del>− Quý vị nộp hồ sơ tại Quầy 19.</del>\\s*<ins>\\+ Quý vị nộp hồ sơ tại Quầy 20.</ins>", page.Text);
        Assert.Contains("[waiting.drafts]", (await binh.GetAsync(StaffAddresses.Root)).Text);

        Assert.Contains("[publish.unticked]", (await binh.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Text);
        Assert.Contains("Quầy 19", await AskAsync());
        // What is ticked stays ticked.
        var refused = await binh.PostAsync(Publish, null, Seen(), ("Ticks", losses[0]));
        Assert.Contains("[publish.reason-missing]", refused.Text);
        Assert.Matches($"value=\"{losses[0]}\" checked", refused.Text);

        var done = await binh.PostAsync(Publish, null, [Seen(), ("Reason", "đổi quầy"), .. losses.Select(id => ("Ticks", id))]);
        Assert.Equal((HttpStatusCode.Redirect, Versions + "?xong=xuat-ban"), (done.Status, done.Location));
        Assert.Contains("Quầy 20", await AskAsync());
        var history = await binh.GetAsync(done.Location!);
        Assert.Contains("[publish.done]", history.Text);
        Assert.Contains("đổi quầy", history.Text);
        Assert.Equal(Versions, (await binh.GetAsync(Publish)).Location);

        Assert.Equal(Versions + "?xong=lay-lai", (await binh.PostAsync(Versions, Versions + "?handler=Back", ("Number", "1"), ("Seen", "2"))).Location);
        Assert.Contains("Quầy 19", await AskAsync());
        Assert.Contains("[publish.meanwhile]", (await binh.PostAsync(Versions, Versions + "?handler=Back", ("Number", "1"), ("Seen", "2"))).Text);
        Assert.Equal(["published binh notices/thong-bao/nop-ho-so.md #2 đổi quầy", "taken-back binh notices/thong-bao/nop-ho-so.md #3"],
            scene.Told.Where(told => told.StartsWith("published", StringComparison.Ordinal) || told.StartsWith("taken-back", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_editor_sees_what_the_gate_says_but_publishes_and_takes_back_nothing()
    {
        await scene.Bot.DraftAsync(Published.Counter("20"));
        var an = await scene.SignedInAsync("an");
        var page = await an.GetAsync(Publish);
        Assert.Contains("[publish.publishers-only]", page.Text);
        Assert.Empty(Losses(page));
        Assert.DoesNotContain("[versions.back-submit]", (await an.GetAsync(Versions)).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.PostAsync(Versions, Versions + "?handler=Back", ("Number", "0"), ("Seen", "1"))).Status);
        Assert.Equal(2, scene.Told.Count(told => told.StartsWith("forbidden an", StringComparison.Ordinal)));
        Assert.Contains("Quầy 19", await AskAsync());
        Assert.Equal(["1 Disk -"], scene.Bot.History());
    }

    [Fact]
    public async Task Where_two_people_are_asked_for_the_author_does_not_publish()
    {
        await scene.DisposeAsync();
        await BeginAsync(("Staff:TwoPeople", "true"));
        await scene.Bot.DraftAsync(Published.AllCounters("20"), author: "binh");
        var (binh, hoa) = (await scene.SignedInAsync("binh"), await scene.SignedInAsync("hoa"));
        Assert.DoesNotContain("[publish.submit]", (await binh.GetAsync(Publish)).Text);
        Assert.Contains("[publish.two-people]", (await binh.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Text);
        Assert.Contains("Quầy 19", await AskAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await hoa.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Status);
        Assert.Contains("Quầy 20", await AskAsync());
    }

    [Fact]
    public async Task A_clash_shows_both_texts_and_is_over_once_an_editor_has_merged()
    {
        await scene.Bot.DraftAsync(Published.AllCounters("20"));
        content[Desk.File.Path] = Published.Replace("Sở Mẫu", "Sở Khác", StringComparison.Ordinal);
        var (an, binh) = (await scene.SignedInAsync("an"), await scene.SignedInAsync("binh"));
        Assert.Contains("[publish.clash]", (await binh.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Text);
        Assert.Contains("[waiting.behind]", (await an.GetAsync(StaffAddresses.Root)).Text);
        var page = await an.GetAsync(Publish);
        Assert.All((string[])["<ins>+ issuer: Sở Khác</ins>", "<ins>+ Quý vị nộp hồ sơ tại Quầy 20.</ins>"], line => Assert.Contains(line, page.Text));
        Assert.Equal(Publish, (await an.PostAsync(Publish, Publish + "?handler=Merged", Seen(), ("Latest", "2"))).Location);
        Assert.DoesNotContain("[publish.clash]", (await binh.GetAsync(Publish)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await binh.PostAsync(Publish, null, Seen(), ("Reason", "đổi quầy"))).Status);
        Assert.Contains("merged an notices/thong-bao/nop-ho-so.md", scene.Told);
    }

    [Fact]
    public async Task What_was_kept_aside_is_shown_and_settled_on_the_page()
    {
        var clashes = scene.Bot.Of<ClashLog>();
        await scene.Bot.Of<Database>().WriteAsync(session => clashes.Keep(session, Desk.File, "một") & clashes.Keep(session, Desk.File, "hai"));
        var an = await scene.SignedInAsync("an");
        Assert.Contains("[waiting.clashes]", (await an.GetAsync(StaffAddresses.Root)).Text);
        Assert.Contains("<ins>+ hai</ins>", (await an.GetAsync(Versions)).Text);
        Assert.Equal(Versions, (await an.PostAsync(Versions, Versions + "?handler=Discard", ("Mark", NoticeFile.Mark("hai")))).Location);
        Assert.Equal(Publish, (await an.PostAsync(Versions, Versions + "?handler=Take", ("Mark", NoticeFile.Mark("một")))).Location);
        Assert.Contains("[publish.faults]", (await an.GetAsync(Publish)).Text);
        Assert.DoesNotContain("[waiting.clashes]", (await an.GetAsync(StaffAddresses.Root)).Text);
        Assert.Contains("[clash.not-taken]", (await an.PostAsync(Versions, Versions + "?handler=Take", ("Mark", "khác"))).Text);
    }

    [Theory]
    [InlineData("/thong-bao/..%2f..%2fagency")]
    [InlineData("/..%2f../agency")]
    [InlineData("/thong-bao/%2e%2e")]
    [InlineData("/khac/nop-ho-so")]
    [InlineData("/thong-bao/khong-co-van-ban-nay")]
    public async Task What_is_no_notices_place_is_no_page(string place)
    {
        var hoa = await scene.SignedInAsync("hoa");
        Assert.Equal(HttpStatusCode.NotFound, (await hoa.GetAsync(NoticeAddresses.History + place)).Status);
        // Without a draft the page leads to the versions, of which there are none.
        Assert.Contains((await hoa.GetAsync(NoticeAddresses.Publishing + place)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Redirect]);
        var before = content.Files.ToList();
        var posted = await hoa.PostAsync(StaffAddresses.MyAccount, NoticeAddresses.History + place + "?handler=Back", ("Number", "0"), ("Seen", "0"));
        Assert.Contains(posted.Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.OK]);
        Assert.Equal(before, content.Files);
    }

    private async Task BeginAsync(params (string Key, string Value)[] settings)
    {
        scene = await StaffScene.BeginAsync([content.Setting, .. settings]);
        await scene.AddAsync("an", StaffRole.Editor);
        await scene.AddAsync("binh", StaffRole.Publisher);
        await scene.Bot.LookAsync();
    }

    // As the page has it in its form.
    private (string, string) Seen() => ("Seen", $"{scene.Bot.Of<DraftLog>().Find(Desk.File)!.Version}");

    private async Task<string> AskAsync() => WebUtility.HtmlDecode(await scene.Bot.AskAsync());

    private static List<string> Losses(Visitor.Shown page) => [.. Tick().Matches(page.Text).Select(tick => tick.Groups[1].Value)];

    [GeneratedRegex("""name="Ticks" value="([0-9a-f]+)""")]
    private static partial Regex Tick();
}
