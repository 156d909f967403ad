using System.Net;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Unanswered;
using Bot.Tests.Conversations;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Unanswered;

/// <summary>The pages on what was not answered, as staff use them.</summary>
public sealed class UnansweredPageTests : IAsyncLifetime
{
    private StaffScene scene = null!;

    public async Task InitializeAsync()
    {
        scene = await StaffScene.BeginAsync(("Content:Path", RepositoryContent.Folder));
        await scene.AddAsync("an", StaffRole.Editor);
        await scene.AddAsync("binh", StaffRole.Publisher);
    }

    public async Task DisposeAsync() => await scene.DisposeAsync();

    [Fact]
    public async Task The_list_leads_to_a_group_and_a_mark_takes_it_out_and_back()
    {
        await AskedAsync("nuôi ong lấy mật ra sao", "trồng lúa nếp cái hoa vàng");
        var an = await scene.SignedInAsync("an");
        var list = await an.GetAsync(StaffAddresses.Unanswered);
        Assert.Contains("nuôi ong lấy mật ra sao", list.Text);
        Assert.Contains("Trang web: 1", list.Text);
        var page = Page("nuôi ong lấy mật ra sao");
        Assert.Contains("nuôi ong lấy mật ra sao", (await an.GetAsync(page)).Text);
        Assert.Contains("/nhan-vien/van-ban/moi?tua-de=nu%C3%B4i%20ong", (await an.GetAsync(page)).Text);
        Assert.Equal(StaffAddresses.Unanswered, (await an.PostAsync(page, page + "?handler=Mark")).Location);
        Assert.DoesNotContain("nuôi ong", (await an.GetAsync(StaffAddresses.Unanswered)).Text);
        Assert.Contains("nuôi ong", (await an.GetAsync(StaffAddresses.Unanswered + "?ngoai-pham-vi")).Text);
        Assert.Equal(page, (await an.PostAsync(page, page + "?handler=Unmark")).Location);
        Assert.Contains("nuôi ong", (await an.GetAsync(StaffAddresses.Unanswered)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await an.PostAsync(page, page + "?handler=Unmark")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await an.GetAsync(StaffAddresses.Unanswered + "/khong-co")).Status);
        var id = page.Split('/')[^1];
        Assert.Equal([$"question-marked an {id}", $"question-unmarked an {id}"], scene.Told.Where(t => t.StartsWith("question", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wording_becomes_an_example_in_a_draft_after_its_warnings_were_seen()
    {
        const string question = "nuôi ong lấy mật thì hỏi ai";
        await AskedAsync(question);
        var an = await scene.SignedInAsync("an");
        var page = Page(question) + "/cau-hoi-mau";
        Assert.Contains("name=\"Section\"", (await an.GetAsync(page)).Text);
        var found = await an.GetAsync(page + "?tim=" + Uri.EscapeDataString("noi nop"));
        Assert.Contains("name=\"Section\"", found.Text);
        Assert.Contains("Không có mục nào", (await an.GetAsync(page + "?tim=zzzz")).Text);
        var home = RepositoryContent.Edition.Librarian.Passages.First(p => p.Section.Id == "quay-nop");
        Assert.Contains("chọn một mục", (await an.PostAsync(page, null, ("cau", question), ("Section", "khong#co"))).Text);
        Assert.Contains("5 đến 200", (await an.PostAsync(page, null, ("cau", "ơi"), ("Section", $"{home.Address}"))).Text);
        Assert.Contains("Câu còn chỗ đã che", (await an.PostAsync(page, null, ("cau", "tôi là *** hỏi"), ("Section", $"{home.Address}"))).Text);
        Assert.Contains("đúng câu ấy", (await AddAsync(home.Section.Questions[0].Ask)).Text);
        // What another section holds nearly so.
        var other = RepositoryContent.Edition.Librarian.Passages.First(p => p.Section.Id == "gio-lam-viec");
        var warned = await an.PostAsync(page, null, ("cau", other.Section.Questions[0].Ask), ("Section", $"{home.Address}"));
        Assert.Contains("đã có câu gần giống", warned.Text);
        Assert.Contains($"“{other.Section.Questions[0].Ask}”", warned.Text);
        Assert.Empty(Drafts.All());
        var file = NoticeFile.Of(home.Notice.File)!;
        Assert.Equal($"/nhan-vien/van-ban/{file.Folder}/{file.Name}", (await AddAsync(question)).Location);
        // A second one goes into the same draft.
        Assert.NotNull((await AddAsync(question + " đây")).Location);
        var draft = Assert.Single(Drafts.All());
        Assert.Contains("- " + question + "\n", draft.Text);
        Assert.Contains("- " + question + " đây\n", draft.Text);
        var published = File.ReadAllText(Path.Combine(RepositoryContent.Folder, file.Path));
        Assert.Equal(("an", NoticeFile.Mark(published)), (draft.Author, draft.Base));
        Assert.Equal(2, scene.Told.Count(t => t == $"example-added an {file.Path}#quay-nop"));

        // As by whoever has seen the warnings.
        Task<Visitor.Shown> AddAsync(string ask) => an.PostAsync(page, null, ("cau", ask), ("Section", $"{home.Address}"), ("Seen", $"{home.Address} {ask}"));
    }

    [Fact]
    public async Task A_publisher_replies_to_those_who_wait_and_an_editor_may_not()
    {
        var lines = await AskedAsync("nuôi ong lấy mật ra sao", "nuoi ong lay mat ra sao");
        foreach (var line in lines) await line.AskAsync("báo tôi");
        var page = Page(scene.Bot.Services.GetRequiredService<QuestionGroups>().All()[0].Text);
        var (an, binh) = (await scene.SignedInAsync("an"), await scene.SignedInAsync("binh"));
        Assert.Contains("2 người chờ", (await an.GetAsync(page)).Text);
        Assert.DoesNotContain(page + "/tra-loi", (await an.GetAsync(page)).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.GetAsync(page + "/tra-loi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.PostAsync(page, page + "/tra-loi", ("Reply", "Không được gửi đâu."), Wording)).Status);
        Assert.Contains("10 đến 1500", (await binh.PostAsync(page + "/tra-loi", null, ("Reply", "ngắn"), Wording)).Text);
        Assert.Contains("ít nhất một câu", (await binh.PostAsync(page + "/tra-loi", null, ("Reply", "Không ai nhận được."))).Text);
        var sent = await binh.PostAsync(page + "/tra-loi", null, ("Reply", "Hỏi <b>phòng</b> nông nghiệp.\r\n\r\nGọi trước nhé."), Wording);
        Assert.Equal(page + "?da-gui=1", sent.Location);
        Assert.Contains("Đã gửi cho 1 người", (await binh.GetAsync(sent.Location!)).Text);
        await lines[0].UntilAsync(all => all.Any(a => a.Text?.Contains(@"Hỏi \<b\>phòng\</b\> nông nghiệp.", StringComparison.Ordinal) == true));
        // The other has asked something else, as the sender saw it.
        Assert.Contains("1 người chờ", (await an.GetAsync(page)).Text);
        Assert.Equal(page + "?da-gui=0", (await binh.PostAsync(page + "/tra-loi", null, ("Reply", "Gửi lại lần nữa xem."), Wording)).Location);
        Assert.Equal([$"question-replied binh {page.Split('/')[^1]} 1"], scene.Told.Where(t => t.StartsWith("question", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_citizens_write_is_text_and_nothing_else()
    {
        const string attack = "nuôi ong <i onclick=x()>lấy mật</i> \"><img src=x> ra sao";
        await (await AskedAsync(attack))[0].AskAsync("báo tôi");
        var binh = await scene.SignedInAsync("binh");
        var page = Page(attack);
        foreach (var address in (string[])[StaffAddresses.Unanswered, page, page + "/cau-hoi-mau", page + "/tra-loi"])
        {
            var shown = await binh.RawAsync(address);
            Assert.Contains("&lt;i onclick=x()&gt;", shown);
            Assert.DoesNotContain("<i onclick", shown);
            Assert.DoesNotContain("<img", shown);
        }
    }

    [Fact]
    public async Task There_are_twenty_to_a_page()
    {
        // In one talk: only so many may be begun in a minute.
        var line = await Line.StartAsync(scene.Bot);
        string[] fruits =
        [
            "cam", "chanh", "quýt", "bưởi", "xoài", "mít", "ổi", "khế", "mận", "đào", "lê", "táo", "nho", "dưa hấu", "chuối", "dừa", "vải thiều", "nhãn", "bơ", "sầu riêng",
            "măng cụt", "thanh long", "chôm chôm", "mãng cầu", "roi", "sấu", "me", "bòn bon", "hạt dẻ", "hạt điều", "lựu", "dâu tây", "mắc ca", "óc chó", "chanh leo", "gấc",
        ];
        foreach (var fruit in fruits) await line.AskAsync($"quả {fruit} hay hạt {fruit} chín đỏ");
        var count = scene.Bot.Services.GetRequiredService<QuestionGroups>().All().Count;
        Assert.InRange(count, 21, 40);
        var an = await scene.SignedInAsync("an");
        var (first, second) = (await an.GetAsync(StaffAddresses.Unanswered), await an.GetAsync(StaffAddresses.Unanswered + "?trang=2"));
        Assert.Equal((20, count - 20), (Rows(first), Rows(second)));
        Assert.Contains("?trang=2", first.Text);
        Assert.DoesNotContain("?trang=3", second.Text);

        static int Rows(Visitor.Shown page) => page.Text.Split("<th scope=\"row\">").Length - 1;
    }

    private static (string Name, string Value) Wording => ("Wordings", "nuôi ong lấy mật ra sao");

    private DraftLog Drafts => scene.Bot.Services.GetRequiredService<DraftLog>();

    private string Page(string question) =>
        $"{StaffAddresses.Unanswered}/{scene.Bot.Services.GetRequiredService<QuestionGroups>().All().Find(g => g.Text == question)!.Id}";

    private async Task<List<Line>> AskedAsync(params string[] questions)
    {
        var lines = new List<Line>();
        foreach (var question in questions)
        {
            lines.Add(await Line.StartAsync(scene.Bot));
            await lines[^1].AskAsync(question);
        }
        return lines;
    }
}
