using Bot.Operation;
using Bot.Storage;
using Bot.Storage.Questions;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Storage.Questions;

/// <summary>The record of citizens' questions on the whole road, over either store.</summary>
public abstract class QuestionContract(TestData data) : IAsyncLifetime
{
    private readonly ManualTime time = new();

    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task Answered_and_unanswered_questions_are_recorded_once()
    {
        await using var bot = data.Bot(time);
        var line = await Line.StartAsync(bot);
        var id = await line.SayAsync("nộp hồ sơ ở đâu", "m-1");
        await line.RepliesAsync(id);
        Assert.Equal(id, await line.SayAsync("nộp hồ sơ ở đâu", "m-1"));
        time.Advance(TimeSpan.FromMinutes(1));
        await line.AskAsync("tôi tên là Nguyễn Văn An, trồng lúa thế nào");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(
            [(now - 60_000, line.Id, "directline", "answered", "nop-ho-so#noi-nop", "nộp hồ sơ ở đâu"), (now, line.Id, "directline", "unanswered", null, "tôi tên là ***, trồng lúa thế nào")],
            Rows(bot));
    }

    [Fact]
    public async Task Small_talk_and_what_is_about_a_dossier_are_none()
    {
        await using var bot = data.Bot(time);
        var line = await Line.StartAsync(bot);
        foreach (var text in (string[])["xin chào", "cảm ơn", "tra cứu hồ sơ", "000.00.15.H37-260914-0003", "1234", "0003", "báo cho tôi khi có thay đổi", "dừng báo", "hủy"]) await line.AskAsync(text);
        Assert.Empty(Rows(bot));
        // What is said while a dossier's dialog waits may be about a person.
        await line.AskAsync("tra cứu hồ sơ");
        await line.AskAsync("nộp hồ sơ ở đâu");
        Assert.Empty(Rows(bot));
        await line.AskAsync("hủy");
        await line.AskAsync("nộp hồ sơ ở đâu");
        Assert.Equal("nộp hồ sơ ở đâu", Assert.Single(Rows(bot)).Text);
    }

    [Fact]
    public async Task They_go_with_the_citizens_word_and_only_his()
    {
        await using var bot = data.Bot(time);
        var (mine, other) = (await Line.StartAsync(bot), await Line.StartAsync(bot));
        await mine.AskAsync("nộp hồ sơ ở đâu");
        await other.AskAsync("nộp hồ sơ ở quầy nào");
        await mine.AskAsync("xóa dữ liệu của tôi");
        Assert.Equal(other.Id, Assert.Single(Rows(bot)).Conversation);
    }

    [Fact]
    public async Task They_go_after_their_days_and_not_before()
    {
        await using var bot = data.Bot(time, settings: ("Questions:Days", "2"));
        var line = await Line.StartAsync(bot);
        await line.AskAsync("nộp hồ sơ ở đâu");
        var retention = bot.Services.GetRequiredService<Retention>();
        time.Advance(TimeSpan.FromHours(47));
        await retention.RunAsync(default);
        Assert.Single(Rows(bot));
        time.Advance(TimeSpan.FromHours(2));
        await retention.RunAsync(default);
        Assert.Empty(Rows(bot));
    }

    [Fact]
    public async Task Nothing_is_recorded_where_that_is_switched_off()
    {
        await using var bot = data.Bot(time, settings: ("Questions:Record", "false"));
        await (await Line.StartAsync(bot)).AskAsync("nộp hồ sơ ở đâu");
        Assert.Empty(Rows(bot));
    }

    [Fact]
    public async Task The_most_frequent_of_a_time_come_first_each_with_its_count()
    {
        await using var bot = data.Bot(time);
        var log = bot.Services.GetRequiredService<QuestionLog>();
        await (await Line.StartAsync(bot)).AskAsync("trồng lúa");
        time.Advance(TimeSpan.FromDays(31));
        var line = await Line.StartAsync(bot);
        var since = time.GetUtcNow().AddDays(-30);
        foreach (var text in (string[])["nộp hồ sơ ở đâu", "chăn nuôi", "nộp hồ sơ ở đâu", "trồng ngô"])
        {
            await line.AskAsync(text);
            time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal([new("nộp hồ sơ ở đâu", 2), new("trồng ngô"), new("chăn nuôi")], log.Recent(since, 10));
        Assert.Equal([new("nộp hồ sơ ở đâu", 2)], log.Recent(since, 1));
    }

    private static List<(long At, string Conversation, string Channel, string Outcome, string? Section, string Text)> Rows(TestBot bot) =>
        bot.Services.GetRequiredService<Database>().Read(session => session.Query(
            "SELECT at, conversation, channel, outcome, section, text FROM questions ORDER BY at",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5))));
}
