using Bot.Conversations;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Storage.Figures;
using Bot.Storage.Questions;
using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>A message that finds its conversation at rest and is logged together with its answer, whatever store it lies in.</summary>
public abstract class AtRestContract(TestData data) : OpenedStore(data)
{
    private static readonly TurnResult Result = new("""{"greeted":true}""", [Body, Body])
    {
        Deliver = true, Question = new NewQuestion("nộp hồ sơ ở đâu", Outcome.Answered, null), Speaker = Speaker.Citizen,
    };

    [Fact]
    public async Task A_conversation_is_at_rest_when_nothing_in_it_waits_and_the_message_is_new()
    {
        Assert.Null(Log.AtRest("c", Message("m-1"), null));
        var first = await AskAsync("c", new Citizen("messenger", "u", "one"));
        Assert.Null(Log.AtRest("c", Message("m-1"), null));
        await Log.EndAsync(first, """{"greeted":true}""", [Body], deliver: true);
        var message = Log.AtRest("c", Message("m-1"), null)!;
        Assert.Equal(("c", "messenger", "u", 3, "one", """{"greeted":true}""", "m-1"), (message.Conversation, message.Channel, message.User, message.Seq, message.Address, message.State, message.ClientId));
        Assert.Equal("two", Log.AtRest("c", Message("m-1"), "two")!.Address);
        await Log.AppendAsync("c", Message("m-1"));
        Assert.Null(Log.AtRest("c", Message("m-1"), null));
        Assert.NotNull(Log.AtRest("c", Message("m-2"), null));
        Assert.NotNull(Log.AtRest("c", Message(null), null));
    }

    [Fact]
    public async Task Logged_with_its_answer_it_leaves_the_same_as_logged_and_then_answered()
    {
        foreach (var id in (string[])["one", "two"]) await Log.StartAsync(id, "messenger", "u");
        await Log.AppendAsync("two", Message("m") with { IsPending = true }, new Citizen("messenger", "u", "there"));
        var slowly = await Log.EndAsync(Log.Next("two")!, Result);
        var message = Log.AtRest("one", Message("m"), "there")!;
        var atOnce = await AppendAnsweredAsync(message, Message("m"), Result);

        Assert.Equal(0, Log.CountPending());
        Assert.Equal(Stored("two"), Stored("one"));
        Assert.Equal(slowly!.Next.Select(Shown), atOnce!.Next.Select(Shown));
        Assert.Equal(2, atOnce.Next.Count);
        Assert.True((await Log.AppendAsync("one", Message("m")))!.Repeated);

        string Shown(QueuedDelivery delivery) => Neutral($"{delivery.Seq} {delivery.Due} {delivery.Run} {delivery.Citizen} {delivery.Heard} {System.Text.Encoding.UTF8.GetString(delivery.Json)}");
    }

    [Fact]
    public async Task Whatever_is_logged_meanwhile_leaves_it_to_wait_for_its_turn()
    {
        await Log.StartAsync("c", "messenger", "u");
        var (message, again) = (Log.AtRest("c", Message("m"), null)!, Log.AtRest("c", Message("m"), null)!);
        Assert.NotNull(await AppendAnsweredAsync(message, Message("m"), Result));
        var before = Stored("c");
        Assert.Null(await AppendAnsweredAsync(again, Message("m"), Result));
        Assert.Equal(before, Stored("c"));

        var late = Log.AtRest("c", Message("n"), null)!;
        await AskAsync("c");
        Assert.Null(await AppendAnsweredAsync(late, Message("n"), Result));
        Assert.Equal([1, 2, 3, 4], Places(Log, "c"));
        Assert.Null(await AppendAnsweredAsync(late with { Conversation = "gone" }, Message("n"), Result));
    }

    [Fact]
    public async Task Its_question_took_as_long_as_since_it_came()
    {
        await Log.StartAsync("c", "messenger", "u");
        await Log.AppendAnsweredAsync(Log.AtRest("c", Message("m"), null)!, Message("m"), Time.GetUtcNow().AddMilliseconds(-40), Result);
        Assert.Equal(40L, Database.Read(session => session.Scalar("SELECT took FROM questions")));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_answered_at_once()
    {
        await Log.StartAsync("c", "messenger", "u");
        var messages = Enumerable.Range(0, 20).Select(i => Log.AtRest("c", Message("m" + i), null)!).ToList();
        var ended = await Task.WhenAll(messages.Select(message => AppendAnsweredAsync(message, Message(message.ClientId), Result)));
        Assert.Single(ended, one => one is not null);
        Assert.Equal([1, 2, 3], Places(Log, "c"));
        Assert.Equal([2, 3], Deliveries.List().Select(d => d.Seq));
    }

    [Fact]
    public async Task What_waited_for_the_citizen_comes_before_the_answer()
    {
        await Log.EndAsync(await AskAsync("c"), "{}", [Body], deliver: true);
        await Deliveries.WaitAsync(Deliveries.Next("c")!, "đóng");
        Time.Advance(TimeSpan.FromDays(3));
        var ended = await AppendAnsweredAsync(Log.AtRest("c", Message("m"), null)!, Message("m"), Result);
        Assert.Empty(ended!.Next);
        var next = Deliveries.Next("c")!;
        Assert.Equal((2, Time.GetUtcNow(), Time.GetUtcNow()), (next.Seq, next.Created, next.Heard));
        Assert.Equal(3, Deliveries.Count(DeliveryStatus.Queued));
        Assert.Equal(0, await Log.DeleteUntouchedAsync(Time.GetUtcNow().AddDays(-1), 10));
    }

    [Fact]
    public async Task One_that_breaks_off_midway_changes_nothing()
    {
        await Log.StartAsync("c", "messenger", "u");
        var message = Log.AtRest("c", Message("m"), null)!;
        var before = Stored("c");
        await Assert.ThrowsAnyAsync<Exception>(() => AppendAnsweredAsync(message, Message("m"), Result with { Replies = [Body, null!] }));
        Assert.Equal(before, Stored("c"));
        Assert.NotNull(await AppendAnsweredAsync(message, Message("m"), Result));
    }

    private Task<Ended?> AppendAnsweredAsync(PendingMessage message, NewActivity activity, TurnResult result) => Log.AppendAnsweredAsync(message, activity, Time.GetUtcNow(), result);

    private NewActivity Message(string? clientId) => new(Body) { ClientId = clientId, Heard = Time.GetUtcNow() };

    // All that the store has of a conversation, its name left out.
    private string Stored(string conversation) => Neutral(string.Join('\n', new[]
    {
        "SELECT channel || user_id || state || touched || ' ' || day || ' ' || last_seq || ' ' || heard || coalesce(address, '') FROM conversations WHERE id = $1",
        "SELECT seq || ' ' || coalesce(client_id, '') FROM activities WHERE conversation = $1 ORDER BY seq",
        "SELECT seq || ' ' || status || ' ' || due || run || created FROM deliveries WHERE conversation = $1 ORDER BY seq",
        "SELECT at || ' ' || seq || channel || outcome || text || took FROM questions WHERE conversation = $1",
        "SELECT day || ' ' || channel || messages || ' ' || by_staff FROM talks WHERE conversation = $1",
    }.SelectMany(sql => Database.Read(session => session.Query(sql, row => row.GetString(0), conversation)))
        .Concat(Log.After(conversation, 0, 100).Select(activity => System.Text.Encoding.UTF8.GetString(activity.Json)))));

    private static string Neutral(string text) => text.Replace("\"one|", "\"c|", StringComparison.Ordinal).Replace("\"two|", "\"c|", StringComparison.Ordinal);
}
