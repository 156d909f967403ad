using System.Diagnostics;
using Bot.Staff.Unanswered;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Unanswered;

/// <summary>Which questions are held for one, and which are not.</summary>
public sealed class GroupTests(Xunit.Abstractions.ITestOutputHelper output) : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private TestBot bot = null!;
    private int asked;

    private QuestionGroups Groups => bot.Services.GetRequiredService<QuestionGroups>();

    public Task InitializeAsync()
    {
        bot = new TestBot(time, settings: ("Content:Path", RepositoryContent.Folder));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task However_badly_it_is_typed_it_is_the_same_question_and_another_is_another()
    {
        string[][] groups =
        [
            ["em muốn đăng ký khám bệnh ngoài giờ bệnh viện tỉnh ạ", "dang ky kham benh ngoai gio o benh vien tinh", "ddawng kys khams beenhj ngoaif giowf owr beenhj vieenj tinhr",
                "đăng ký khám bệnh ngoài giờ ở bệnh viện tỉnh"],
            ["cho hỏi mượn hội trường làm hội thảo cần điều kiện gì vậy", "muon hoi truong lam hoi thao can dieu kien gi", "mượn hội trường làm hội thảo cần điều kiện gì"],
            ["mượn hội trường làm hội thảo hết bao nhiêu tiền"],
            ["tư vấn cai thuốc lá", "tu van cai thuoc la"],
        ];
        foreach (var text in groups.SelectMany(g => g)) await AskedAsync(text);
        var found = Groups.All().Select(g => string.Join(" | ", g.Wordings.Select(w => w.Text).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
        Assert.Equal(groups.Select(g => string.Join(" | ", g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task A_group_counts_by_channel_week_and_reason()
    {
        await AskedAsync("nuôi ong lấy mật ra sao", daysAgo: 1);
        await AskedAsync("nuoi ong lay mat ra sao", daysAgo: 8, channel: "zalo", verdict: "false", outcome: "answered");
        await AskedAsync("nuoi ong lay mat ra sao", daysAgo: 9, channel: "zalo", verdict: "wrong", outcome: "answered");
        await AskedAsync("nuoi ong lay mat ra sao", daysAgo: 20, channel: "zalo", again: 1, outcome: "answered");
        // Those were a help, are too old, or have a sentence of their own.
        await AskedAsync("nuôi ong lấy mật ra sao", outcome: "answered", verdict: "right");
        await AskedAsync("nuôi ong lấy mật ra sao", daysAgo: 31);
        await AskedAsync("làm hộ chiếu ở đâu");
        var group = Assert.Single(Groups.All());
        Assert.Equal((4, 1, 2, "nuoi ong lay mat ra sao"), (group.Count, group.ThisWeek, group.WeekBefore, group.Text));
        Assert.Equal([("zalo", 3), ("directline", 1)], group.Channels);
        Assert.Equal([1L, 1, 1, 1], group.Reasons.Select(r => r.Count));
        Assert.Equal(group.Id, Groups.Find(group.Id)!.Id);
    }

    [Fact]
    public async Task A_mark_keeps_new_wordings_away_too_until_it_is_taken_back()
    {
        var marks = bot.Services.GetRequiredService<MarkLog>();
        await AskedAsync("cấp giấy phép nuôi chó cảnh thế nào");
        var group = Assert.Single(Groups.All());
        Assert.True(await marks.AddAsync(group, "hoa"));
        Assert.False(await marks.AddAsync(group, "binh"));
        await AskedAsync("cho em hoi giay phep nuoi cho canh", daysAgo: 2);
        await AskedAsync("trồng lúa nếp cái hoa vàng");
        Assert.Equal(["hoa", null], Groups.All().Select(g => g.Mark?.Author));
        Assert.True(await marks.RemoveAsync(group.Id, "binh"));
        Assert.All(Groups.All(), g => Assert.Null(g.Mark));
    }

    [Fact]
    public async Task What_a_notice_answers_by_now_is_said()
    {
        await AskedAsync("nộp trực tiếp ở quầy nào");
        await AskedAsync("nuôi ong lấy mật ra sao");
        Assert.Equal([true, false], Groups.All().OrderBy(g => g.Text).Select(g => Groups.AnswerNow(g.Text) is not null));
    }

    [Fact]
    public async Task Twenty_thousand_questions_are_grouped_while_one_waits()
    {
        string[] verbs = ["nuôi", "trồng", "bán", "mua", "sửa", "thuê", "vẽ", "xây"];
        string[] things = ["ong", "lúa", "ngô", "trâu", "xe đạp", "máy cày", "tranh", "nhà sàn", "ao cá", "giếng"];
        string[] places = ["chợ", "bản", "suối", "đồi", "rừng", "ruộng", "sân", "bến", "cầu", "đèo"];
        string[] ends = ["ra sao", "bao lâu", "hết bao nhiêu tiền", "ở đâu", "cần giấy tờ gì"];
        var texts = from verb in verbs from thing in things from place in places from end in ends
                    from i in Enumerable.Range(0, 5) select $"{verb} {thing} cạnh {place} thứ {i} {end}";
        await bot.Services.GetRequiredService<Database>().WriteAsync(session =>
        {
            foreach (var text in texts) Insert(session, text, 0, "directline", "unanswered", null, 0);
            return true;
        });
        var began = Stopwatch.GetTimestamp();
        Groups.All();
        var first = Stopwatch.GetElapsedTime(began);
        var groups = Groups.All();
        var then = Stopwatch.GetElapsedTime(began) - first;
        output.WriteLine($"{first} and then {then}, {groups.Count} groups");
        // Far above what it takes, so that a busy machine breaks nothing; were it quadratic, it would take minutes.
        Assert.InRange(then, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(groups.Sum(g => g.Count), 15_000, 20_000);
        Assert.InRange(groups.Count, 2, 10_000);
    }

    private Task AskedAsync(string text, int daysAgo = 0, string channel = "directline", string outcome = "unanswered", string? verdict = null, int again = 0) =>
        bot.Services.GetRequiredService<Database>().WriteAsync(session =>
        {
            Insert(session, text, daysAgo, channel, outcome, verdict, again);
            return true;
        });

    private void Insert(Session session, string text, int daysAgo, string channel, string outcome, string? verdict, int again) => session.Execute(
        "INSERT INTO questions (at, conversation, seq, channel, outcome, text, took, verdict, again) VALUES ($1, 'c', $2, $3, $4, $5, 0, $6, $7)",
        time.GetUtcNow().AddDays(-daysAgo).ToUnixTimeMilliseconds(), (long)++asked, channel, outcome, text, verdict, (long)again);
}
