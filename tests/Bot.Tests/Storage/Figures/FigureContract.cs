using Bot.Conversations;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Figures;
using Bot.Storage.Questions;
using Bot.Tests.Hosting;
using Knowledge.Notices;

namespace Bot.Tests.Storage.Figures;

/// <summary>How days are counted, over either store. The clock begins at ten o'clock of the 21st in Vietnam.</summary>
public abstract class FigureContract(TestData data) : OpenedStore(data)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private FigureLog Figures => FiguresKept(90);

    private QuestionLog Questions => new(Database);

    [Fact]
    public async Task A_day_ends_at_midnight_in_Vietnam()
    {
        Time.Set(new DateTimeOffset(2026, 11, 21, 16, 59, 59, TimeSpan.Zero));
        await AnswerAsync("a");
        Time.Advance(TimeSpan.FromSeconds(1));
        await AnswerAsync("b");
        await Figures.CountAsync(default);
        Assert.Equal(
            [(Today, "23", 1), (Today.AddDays(1), "0", 1)], Figures.Days(Today, Today.AddDays(1), FigureLog.Hour).Select(c => (c.Day, c.Name, c.Count)));
        Assert.Equal([(Today, 1), (Today.AddDays(1), 1)], Figures.Days(Today, Today.AddDays(1), FigureLog.Conversation).Select(c => (c.Day, c.Count)));
    }

    [Fact]
    public async Task All_that_is_counted_is_counted()
    {
        await AnswerAsync("a", took: 7, section: "nop-ho-so#noi-nop");
        await AnswerAsync("a", took: 1234, section: "nop-ho-so#noi-nop");
        await AnswerAsync("b", channel: "zalo", outcome: Outcome.Unanswered, took: 128);
        await SpeakAsync("c", Speaker.Citizen, "zalo");
        await SpeakAsync("c", Speaker.Staff, "zalo");
        await SpeakAsync("c", Speaker.Staff, "zalo");
        // What we call ourselves is nobody's word.
        await SpeakAsync("d", null, "zalo");
        await SayOfAsync("a", "verdict = 'right'");
        await SayOfAsync("b", "verdict = 'false', again = 1");
        await Figures.CountAsync(default);
        Assert.Equal(
            ["again  1", "channel facebook 2", "channel zalo 1", "conversation facebook 1", "conversation zalo 2", "handed-off zalo 1", "hour 10 3",
                "message facebook 2", "message zalo 2", "outcome answered 2", "outcome unanswered 1", "section nop-ho-so#noi-nop 2", "took 120 1",
                "took 1200 1", "took 7 1", "verdict false 1", "verdict right 2"],
            Figures.Sums(Today, Today).OrderBy(c => c.What, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => $"{c.What} {c.Name} {c.Count}"));
    }

    [Fact]
    public async Task Sums_are_of_their_days_only()
    {
        for (var day = 0; day < 4; day++)
        {
            await AnswerAsync("a");
            await Figures.CountAsync(default);
            Time.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal(2, Figures.Sums(Today.AddDays(1), Today.AddDays(2)).Single(c => c.What == FigureLog.Outcome).Count);
        Assert.Empty(Figures.Sums(Today.AddDays(9), Today.AddDays(99)));
    }

    [Fact]
    public async Task A_day_is_counted_anew_for_a_week_and_then_stays()
    {
        await AnswerAsync("a");
        await Figures.CountAsync(default);
        Time.Advance(TimeSpan.FromDays(6));
        await SayOfAsync("a", "verdict = 'wrong'");
        await Figures.CountAsync(default);
        await Figures.CountAsync(default);
        Assert.Equal(("wrong", 1), Of(FigureLog.Verdict));
        Time.Advance(TimeSpan.FromDays(1));
        await SayOfAsync("a", "verdict = 'right'");
        await Figures.CountAsync(default);
        Assert.Equal(("wrong", 1), Of(FigureLog.Verdict));
        Assert.Equal(("facebook", 1), Of(FigureLog.Conversation));
    }

    [Fact]
    public async Task What_is_deleted_stays_counted()
    {
        await AnswerAsync("a");
        var figures = FiguresKept(2);
        for (var hour = 0; hour < 72; hour++)
        {
            // As the retention does it.
            await figures.CountAsync(default);
            await Questions.ForgetAsync(Time.GetUtcNow().AddDays(-2));
            Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.Empty(Questions.Recent(DateTimeOffset.UnixEpoch, 10));
        Assert.Equal(("answered", 1), Of(FigureLog.Outcome));
    }

    [Fact]
    public async Task Days_that_nobody_counted_are_counted_afterwards()
    {
        await AnswerAsync("a");
        await Figures.CountAsync(default);
        await AnswerAsync("b");
        Time.Advance(TimeSpan.FromDays(20));
        await Figures.CountAsync(default);
        Assert.Equal(("answered", 2), Of(FigureLog.Outcome));
        Assert.Equal(("facebook", 2), Of(FigureLog.Conversation));
        // What it was counted from is gone, and it is not counted once more.
        await Figures.CountAsync(default);
        Assert.Equal(("facebook", 2), Of(FigureLog.Conversation));
    }

    [Fact]
    public async Task What_was_asked_before_there_were_figures_is_counted_as_far_as_it_is_kept()
    {
        await AnswerAsync("a");
        Time.Advance(TimeSpan.FromDays(40));
        await Figures.CountAsync(default);
        Assert.Equal(("answered", 1), Of(FigureLog.Outcome));
    }

    [Fact]
    public async Task Who_has_his_data_deleted_is_counted_no_more_than_in_numbers()
    {
        await AnswerAsync("a");
        await AnswerAsync("b");
        var message = await AskAsync("a", new Citizen("facebook", "a"));
        await Log.EndAsync(message, message.State, [], erases: true);
        Assert.Equal(["b"], Database.Read(session => session.Query("SELECT conversation FROM talks", row => row.GetString(0))));
    }

    [Fact]
    public async Task Today_is_counted_anew_at_most_once_a_minute()
    {
        var figures = Figures;
        await AnswerAsync("a");
        await figures.RefreshAsync();
        await AnswerAsync("b");
        await figures.RefreshAsync();
        Assert.Equal(("answered", 1), Of(FigureLog.Outcome));
        Time.Advance(TimeSpan.FromMinutes(1));
        await figures.RefreshAsync();
        Assert.Equal(("answered", 2), Of(FigureLog.Outcome));
    }

    [Fact]
    public async Task Two_nodes_that_count_the_same_day_count_it_once()
    {
        await AnswerAsync("a");
        await using var second = Data.Open();
        var there = new FigureLog(second, new QuestionOptions(), Time);
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => (Task[])[Figures.CountAsync(default), there.CountAsync(default)]));
        Assert.Equal(("answered", 1), Of(FigureLog.Outcome));
    }

    private FigureLog FiguresKept(int days) => new(Database, new QuestionOptions { Days = days }, Time);

    private (string, long) Of(string what) => Assert.Single(Figures.Days(Today, Today, what)) is var found ? (found.Name, found.Count) : default;

    private Task AnswerAsync(string conversation, string channel = "facebook", Outcome outcome = Outcome.Answered, int took = 0, string? section = null)
    {
        SectionAddress.TryParse(section, out var address);
        return EndAsync(conversation, channel, took, new NewQuestion("nộp hồ sơ ở đâu", outcome, section is null ? null : address), Speaker.Citizen);
    }

    private Task SpeakAsync(string conversation, Speaker? speaker, string channel) => EndAsync(conversation, channel, 0, null, speaker);

    private async Task EndAsync(string conversation, string channel, int took, NewQuestion? question, Speaker? speaker)
    {
        var message = await AskAsync(conversation, new Citizen(channel, conversation));
        Time.Advance(TimeSpan.FromMilliseconds(took));
        Assert.NotNull(await Log.EndAsync(message, message.State, [], question: question, speaker: speaker));
    }

    private Task SayOfAsync(string conversation, string change) =>
        Database.WriteAsync(session => session.Execute($"UPDATE questions SET {change} WHERE conversation = $1", conversation));
}
