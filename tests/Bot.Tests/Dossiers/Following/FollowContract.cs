using Bot.Dossiers;
using Bot.Dossiers.Following;
using Bot.Dossiers.Sources;
using Bot.Protocol;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Follows;
using Bot.Tests.Hosting;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Dossiers.Following;

/// <summary>Changes of followed dossiers on the whole road, and what "delete my data" deletes; over either store.</summary>
public abstract class FollowContract(TestData data) : IAsyncLifetime
{
    internal const string Code = "000.00.15.H37-260914-0003";

    public Task InitializeAsync() => data.InitializeAsync();

    public Task DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task A_change_is_told_once_also_after_a_restart()
    {
        Line line;
        await using (var bot = data.Bot())
        {
            line = await FollowedAsync(bot);
            Assert.Equal(0, await LookAsync(bot));
            await ChangeAsync(bot, 5);
        }
        await using var next = data.Bot();
        line = line.On(next);
        Assert.Equal(1, await LookAsync(next));
        var told = Assert.Single(Told(await line.UntilAsync(all => Told(all).Any())));
        Assert.Equal("answered", Line.Outcome(told));
        // What it knows now is what there is.
        Assert.Empty(next.Services.GetRequiredService<FollowLog>().Changed(DateTimeOffset.MaxValue, 10));
        await next.Services.GetRequiredService<Inbox>().CallAsync(line.Id, Event());
        await line.AskAsync("xin chào");
        Assert.Single(Told((await line.PollAsync()).Activities));
    }

    [Fact]
    public async Task Whoever_has_stopped_is_told_nothing()
    {
        await using var bot = data.Bot();
        var line = await FollowedAsync(bot);
        Assert.Equal("Đã thôi báo.", (await line.AskAsync("dừng báo")).Text);
        await ChangeAsync(bot, 9);
        Assert.Equal(0, await LookAsync(bot));
    }

    [Fact]
    public async Task A_client_that_sends_the_event_itself_learns_nothing()
    {
        await using var bot = data.Bot();
        var line = await Line.StartAsync(bot);
        using (await line.PostAsync(new { type = "event", name = TurnReading.DossierChanged, value = Code })) { }
        await line.AskAsync("xin chào");
        Assert.Empty(Told((await line.PollAsync()).Activities));
    }

    [Fact]
    public async Task What_was_said_before_is_deleted_and_the_talk_goes_on()
    {
        await using var bot = data.Bot();
        var line = await FollowedAsync(bot);
        var id = await line.SayAsync("xóa dữ liệu của tôi", "c-del");
        Assert.Equal("Đã xóa.", Assert.Single(await line.RepliesAsync(id)).Text);
        Assert.Equal([id], (await line.PollAsync()).Activities.Where(a => a.ReplyToId is null).Select(a => a.Id));
        Assert.Equal(id, await line.SayAsync("xóa dữ liệu của tôi", "c-del"));
        var state = bot.Services.GetRequiredService<Database>().Read(session => (string)session.Scalar("SELECT state FROM conversations WHERE id = $1", line.Id)!);
        Assert.DoesNotContain(Code, state);
        await ChangeAsync(bot, 9);
        Assert.Equal(0, await LookAsync(bot));
        Assert.Equal("Không có gì.", (await line.AskAsync("cảm ơn")).Text);
    }

    [Fact]
    public async Task Look_ups_are_written_down_without_codes_and_senders()
    {
        await using var bot = data.Bot();
        var line = await FollowedAsync(bot);
        var log = bot.Services.GetRequiredService<LookUpLog>();
        Assert.Equal(["Found", "Found+"], log.Of(DossierCode.Parse(Code)!.Value).Select(l => l.Outcome));
        Assert.All(log.Of(DossierCode.Parse(Code)!.Value), l => Assert.Equal(line.Id, l.Conversation));
        using var output = new StringWriter();
        Assert.Equal(0, await LookUpsCommand.RunAsync([Code.ToLowerInvariant(), data.Options.Postgres is { } postgres ? "--Storage:Postgres=" + postgres : "--Data:Path=" + data.Options.Path], TimeProvider.System, output, TextWriter.Null));
        Assert.Contains($"{line.Id} đã cho xem (đã chứng minh trước đó)", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"2 lần tra cứu {Code}\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(2, await LookUpsCommand.RunAsync(["1.012289"], TimeProvider.System, TextWriter.Null, TextWriter.Null));
    }

    private static async Task<Line> FollowedAsync(TestBot bot)
    {
        var line = await Line.StartAsync(bot);
        Assert.Equal("answered", Line.Outcome(await line.AskAsync(Code + " 1234")));
        Assert.Equal($"Sẽ báo về {Code}.", (await line.AskAsync("báo cho tôi khi có thay đổi")).Text);
        return line;
    }

    /// <summary>Brings a dossier into another state, as an import does.</summary>
    internal static Task ChangeAsync(TestBot bot, int state) => bot.Services.GetRequiredService<Database>().WriteAsync(session =>
    {
        var dossier = session.Query("SELECT body FROM dossiers WHERE code = $1", row => DossierJson.Read(row.GetFieldValue<byte[]>(0)), Code)[0] with { State = state };
        // The samples would be put back by the next start.
        return session.Execute("UPDATE dossiers SET body = $2, mark = $3, source = 'import' WHERE code = $1", Code, DossierJson.Write(dossier), DossierMark.Of(dossier));
    });

    /// <summary>Looks for changes once.</summary>
    internal static Task<int> LookAsync(TestBot bot) => ActivatorUtilities.CreateInstance<ChangeWatch>(bot.Services).LookAsync(default);

    private static IEnumerable<Activity> Told(IEnumerable<Activity> all) => all.Where(a => a.Text?.StartsWith(Code + " có thay đổi.", StringComparison.Ordinal) == true);

    private static Activity Event() => new() { Type = "event", Name = TurnReading.DossierChanged, Value = System.Text.Json.JsonSerializer.SerializeToElement(Code, ProtocolJson.Wire.String) };
}
