using System.Text.Json;
using Bot.Operation;
using Bot.Protocol;
using Bot.Staff.Unanswered;
using Bot.Storage;
using Bot.Storage.Wishes;
using Bot.Tests.Conversations;
using Bot.Tests.Hosting;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Unanswered;

/// <summary>Verdicts, wishes and replies of staff on the whole road, over either store.</summary>
public abstract class WishContract(TestData data) : IAsyncLifetime
{
    private const string Question = "nuôi ong lấy mật ra sao";
    private const string Reply = "Xin hỏi phòng nông nghiệp.";

    private readonly ManualTime time = new();

    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task Verdicts_and_rephrasings_are_kept_with_their_question()
    {
        await using var bot = Bot();
        var line = await Line.StartAsync(bot);
        string[] said = ["nộp trực tiếp ở quầy nào", "trả lời sai rồi", Question, "cách nuôi ong lấy mật", "nộp hồ sơ qua mạng ở đâu", "Đúng ý tôi"];
        foreach (var text in said) await AskAsync(line, text);
        Assert.Equal(
            [("nộp trực tiếp ở quầy nào", "false", 0), (Question, null, 1), ("cách nuôi ong lấy mật", null, 0), ("nộp hồ sơ qua mạng ở đâu", "right", 0)],
            Rows(bot));
    }

    [Fact]
    public async Task A_reply_is_told_once_to_each_who_wishes_it_also_after_a_restart()
    {
        Line told, other;
        await using (var bot = Bot())
        {
            (told, other) = (await WishedAsync(bot, "nuoi ong lay mat ra sao"), await Line.StartAsync(bot));
            await AskAsync(other, Question);
            Assert.Equal([new("nuoi ong lay mat ra sao")], Wishes(bot).Waiting());
            var group = Assert.Single(bot.Services.GetRequiredService<QuestionGroups>().All());
            Assert.Equal((2, 1), (group.Count, group.Waiting));
            Assert.Equal(1, await Wishes(bot).ReplyAsync([.. group.Wordings.Select(w => w.Text)], Reply, (_, count) => Assert.Equal(1, count)));
            Assert.Empty(Wishes(bot).Waiting());
            // A word in between does not lose it.
            await AskAsync(told, "xin chào");
        }
        await using var next = Bot();
        (told, other) = (told.On(next), other.On(next));
        Assert.Equal(1, await next.Services.GetRequiredService<ReplyWatch>().LookAsync(default));
        var said = Assert.Single(Told(await told.UntilAsync(all => Told(all).Any())));
        Assert.Contains("“nuoi ong lay mat ra sao”", said.Text);
        await next.Services.GetRequiredService<Inbox>().CallAsync(told.Id, Event());
        await AskAsync(told, "xin chào");
        await AskAsync(other, "xin chào");
        Assert.Single(Told((await told.PollAsync()).Activities));
        Assert.Empty(Told((await other.PollAsync()).Activities));
        Assert.Equal(0, Count(next));
    }

    [Fact]
    public async Task Who_has_said_stop_or_has_his_data_deleted_is_told_nothing()
    {
        await using var bot = Bot();
        foreach (var word in (string[])["thôi", "xóa dữ liệu của tôi"])
        {
            var line = await WishedAsync(bot, Question);
            await AskAsync(line, word);
            Assert.Equal(0, Count(bot));
            Assert.Equal(0, await Wishes(bot).ReplyAsync([Question], Reply, (_, _) => Assert.Fail("Nobody waits.")));
        }
    }

    [Fact]
    public async Task A_client_that_sends_the_event_itself_makes_the_bot_say_nothing()
    {
        await using var bot = Bot();
        var line = await WishedAsync(bot, Question);
        foreach (var value in (object[])[1, 2, "1", Reply])
            using (await line.PostAsync(new { type = "event", name = TurnReading.QuestionReplied, value, text = Reply })) { }
        await AskAsync(line, "xin chào");
        Assert.Empty(Told((await line.PollAsync()).Activities));
        Assert.Equal(1, Count(bot));
    }

    [Fact]
    public async Task It_goes_after_ninety_days()
    {
        await using var bot = Bot();
        await WishedAsync(bot, Question);
        var retention = bot.Services.GetRequiredService<Retention>();
        time.Advance(TimeSpan.FromDays(89));
        await retention.RunAsync(default);
        Assert.Equal(1, Count(bot));
        // Its question is older than what is looked at, and still somebody waits.
        Assert.Equal(1, Assert.Single(bot.Services.GetRequiredService<QuestionGroups>().All()).Waiting);
        time.Advance(TimeSpan.FromDays(1));
        await retention.RunAsync(default);
        Assert.Equal(0, Count(bot));
    }

    [Fact]
    public async Task Nothing_is_offered_where_questions_are_not_recorded()
    {
        await using var bot = data.Bot(time, settings: [("Content:Path", RepositoryContent.Folder), ("Questions:Record", "false")]);
        var line = await Line.StartAsync(bot);
        Assert.DoesNotContain("nhắn lại", (await AskAsync(line, Question)).Text);
    }

    [Fact]
    public async Task What_is_wished_holds_no_personal_data()
    {
        await using var bot = Bot();
        await WishedAsync(bot, "nuôi ong lấy mật ra sao, số tôi 0912345678");
        Assert.Equal("nuôi ong lấy mật ra sao, số tôi ***", Assert.Single(Wishes(bot).Waiting()).Text);
    }

    private TestBot Bot() => data.Bot(time, settings: ("Content:Path", RepositoryContent.Folder));

    private static async Task<Line> WishedAsync(TestBot bot, string question)
    {
        var line = await Line.StartAsync(bot);
        Assert.Contains("nhắn lại khi có câu trả lời", (await AskAsync(line, question)).Text);
        Assert.Contains("Khi có câu trả lời", (await AskAsync(line, "báo tôi")).Text);
        return line;
    }

    private static async Task<Activity> AskAsync(Line line, string text) => (await line.RepliesAsync(await line.SayAsync(text)))[^1];

    private static WishLog Wishes(TestBot bot) => bot.Services.GetRequiredService<WishLog>();

    private static long Count(TestBot bot) =>
        bot.Services.GetRequiredService<Database>().Read(session => (long)session.Scalar("SELECT count(*) FROM question_wishes")!);

    private static List<(string Text, string? Verdict, long Again)> Rows(TestBot bot) => bot.Services.GetRequiredService<Database>().Read(session => session.Query(
        "SELECT text, verdict, again FROM questions ORDER BY seq", row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2))));

    private static IEnumerable<Activity> Told(IEnumerable<Activity> all) =>
        all.Where(a => a.Text?.Contains(Reply, StringComparison.Ordinal) == true && a.Type == "message");

    private static Activity Event() =>
        new() { Type = "event", Name = TurnReading.QuestionReplied, Value = JsonSerializer.SerializeToElement(1L, ProtocolJson.Wire.Int64) };
}
