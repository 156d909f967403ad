using System.Text.RegularExpressions;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>What is to be delivered, whatever store it lies in.</summary>
public abstract class DeliveryContract(TestData data) : OpenedStore(data)
{
    [Fact]
    public async Task Replies_are_given_in_their_order_and_vanish_when_accepted()
    {
        await ReplyAsync("c", 2);
        await ReplyAsync("d", 1);
        var first = Deliveries.Next("c")!;
        Assert.Equal((2, ActivityLog.ActivityId("c", 2)), (first.Seq, first.Id));
        Assert.Equal(2, Deliveries.Next("c")!.Seq);
        await Deliveries.AcceptedAsync(first);
        Assert.Equal(3, Deliveries.Next("c")!.Seq);
        await Deliveries.AcceptedAsync(Deliveries.Next("c")!);
        Assert.Null(Deliveries.Next("c"));
        Assert.Equal("d", Assert.Single(Deliveries.List()).Conversation);
    }

    [Fact]
    public async Task A_delivery_knows_the_reply_and_whom_it_is_for()
    {
        await Log.EndAsync(await AskAsync("c", new Citizen("messenger", "Nguyễn", "page")), "{}", [Body], deliver: true);
        var delivery = Deliveries.Next("c")!;
        Assert.Equal(new Citizen("messenger", "Nguyễn", "page"), delivery.Citizen);
        Assert.Equal(Log.After("c", 1, 1)[0].Json, delivery.Json);
        Assert.Equal((Time.GetUtcNow(), 0, 0, Deliveries.Run), (delivery.Heard, delivery.Parts, delivery.Tries, delivery.Run));
        Assert.Equal(delivery.Created, delivery.Due);
    }

    [Fact]
    public async Task A_word_that_comes_late_does_not_set_back_when_the_citizen_was_heard()
    {
        await ReplyAsync("c", 1);
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow().AddHours(-3) }, new Citizen("messenger", "u"));
        Assert.Equal(Time.GetUtcNow(), Deliveries.Next("c")!.Heard);
    }

    [Fact]
    public async Task The_parts_that_were_accepted_are_remembered()
    {
        await ReplyAsync("c", 2);
        await Deliveries.PartAcceptedAsync(Deliveries.Next("c")! with { Parts = 2 });
        Assert.Equal((2, 2), (Deliveries.Next("c")!.Seq, Deliveries.Next("c")!.Parts));
        await Deliveries.AcceptedAsync(Deliveries.Next("c")!);
        Assert.Equal(0, Deliveries.Next("c")!.Parts);
    }

    [Fact]
    public async Task A_retry_keeps_when_and_why_and_whether_the_channel_may_have_it()
    {
        await ReplyAsync("c", 1);
        var due = Time.GetUtcNow().AddSeconds(30);
        await Deliveries.RetryAsync(Deliveries.Next("c")!, due, isUnknown: false, "quá tải");
        var again = Deliveries.Next("c")!;
        Assert.Equal((due, 1, null), (again.Due, again.Tries, again.Run));
        var listed = Assert.Single(Deliveries.List());
        Assert.Equal((DeliveryStatus.Queued, "quá tải", 1, due), (listed.Status, listed.Trouble, listed.Tries, listed.Due));
        await Deliveries.BeginAsync(again);
        Assert.Equal(Deliveries.Run, Deliveries.Next("c")!.Run);
        await Deliveries.RetryAsync(again, due, isUnknown: true, "im lặng");
        Assert.Equal((DeliveryLog.Unknown, 2), (Deliveries.Next("c")!.Run, Deliveries.Next("c")!.Tries));
    }

    [Fact]
    public async Task What_another_run_began_is_told_from_what_we_began()
    {
        await ReplyAsync("c", 1);
        await using var next = Data.Open();
        var there = new DeliveryLog(next, Time);
        Assert.NotEqual(there.Run, there.Next("c")!.Run);
        Assert.Equal(Deliveries.Run, there.Next("c")!.Run);
    }

    [Fact]
    public async Task What_waits_is_released_by_the_citizens_next_word_and_only_by_that()
    {
        await ReplyAsync("c", 2);
        await Deliveries.WaitAsync(Deliveries.Next("c")!, "đóng");
        Assert.Null(Deliveries.Next("c"));
        Assert.Empty(Deliveries.Due("messenger", DateTimeOffset.MaxValue, 10));
        Assert.Equal([(DeliveryStatus.Waiting, "đóng"), (DeliveryStatus.Waiting, "đóng")], Deliveries.List(DeliveryStatus.Waiting).Select(d => (d.Status, d.Trouble)));
        await ReplyAsync("d", 0);
        await Log.AppendAsync("c", new NewActivity(Body), new Citizen("messenger", "u"));
        Assert.Null(Deliveries.Next("c"));
        Assert.Equal(2, Deliveries.Count(DeliveryStatus.Waiting));
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u"));
        Assert.Equal((2, null), (Deliveries.Next("c")!.Seq, Deliveries.Next("c")!.Run));
        Assert.Equal(2, Deliveries.Count(DeliveryStatus.Queued));
    }

    [Fact]
    public async Task What_has_waited_for_days_is_as_good_as_new_when_it_is_released()
    {
        await ReplyAsync("c", 1);
        await Deliveries.WaitAsync(Deliveries.Next("c")!, "đóng");
        Time.Advance(TimeSpan.FromDays(3));
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u"));
        var released = Deliveries.Next("c")!;
        Assert.Equal((Time.GetUtcNow(), Time.GetUtcNow()), (released.Created, released.Due));
    }

    [Fact]
    public async Task A_word_that_comes_while_the_window_is_found_closed_is_the_one_that_was_waited_for()
    {
        await ReplyAsync("c", 1);
        var before = Deliveries.Next("c")!;
        Time.Advance(TimeSpan.FromDays(2));
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u"));
        await Deliveries.WaitAsync(before, "đóng");
        Assert.NotNull(Deliveries.Next("c"));
    }

    [Fact]
    public async Task What_is_given_up_is_kept_listed_and_sent_again_on_demand()
    {
        foreach (var id in (string[])["c", "d"])
        {
            await ReplyAsync(id, 1);
            await Deliveries.GiveUpAsync(Deliveries.Next(id)!, "bị chặn");
            Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Null(Deliveries.Next("c"));
        Assert.Empty(Deliveries.Due("messenger", DateTimeOffset.MaxValue, 10));
        Assert.Equal([("c", 1, "bị chặn"), ("d", 1, "bị chặn")], Deliveries.List(DeliveryStatus.Dead).Select(d => (d.Conversation, d.Tries, d.Trouble)));
        // Not even the citizen himself brings it back.
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u"));
        Assert.Equal(2, Deliveries.Count(DeliveryStatus.Dead));
        Assert.Equal(0, await Deliveries.SendAgainAsync("elsewhere"));
        Assert.Equal(1, await Deliveries.SendAgainAsync("d"));
        var again = Deliveries.Next("d")!;
        Assert.Equal((0, null, Time.GetUtcNow(), Time.GetUtcNow()), (again.Tries, again.Run, again.Due, again.Created));
        Assert.Equal(1, await Deliveries.SendAgainAsync());
        Assert.Equal(["c", "d"], Deliveries.Due("messenger", Time.GetUtcNow(), 10).Order());
    }

    [Fact]
    public async Task Next_skips_what_is_given_up()
    {
        await ReplyAsync("c", 2);
        await Deliveries.GiveUpAsync(Deliveries.Next("c")!, "bị chặn");
        Assert.Equal(3, Deliveries.Next("c")!.Seq);
        await Deliveries.WaitAsync(Deliveries.Next("c")!, "đóng");
        Assert.Null(Deliveries.Next("c"));
        // A newer reply does not wake what is older.
        await Log.EndAsync(await PendingUnheardAsync("c"), "{}", [Body], deliver: true);
        Assert.Equal(5, Deliveries.Next("c")!.Seq);
    }

    [Fact]
    public async Task Only_what_is_due_is_due_and_a_conversation_once()
    {
        var start = Time.GetUtcNow();
        await ReplyAsync("c", 2);
        await ReplyAsync("d", 1);
        await Deliveries.RetryAsync(Deliveries.Next("d")!, start.AddMinutes(5), isUnknown: false, "later");
        Assert.Empty(Deliveries.Due("messenger", start.AddSeconds(-1), 10));
        Assert.Equal(["c"], Deliveries.Due("messenger", start.AddSeconds(1), 10));
        Assert.Equal(["c", "d"], Deliveries.Due("messenger", start.AddMinutes(5), 10).Order());
        Assert.Single(Deliveries.Due("messenger", DateTimeOffset.MaxValue, 1));
    }

    [Theory]
    [InlineData(@"a\0b", "a\uFFFDb")]
    [InlineData(@"cut in the middle of \ud83d", "cut in the middle of \uFFFD")]
    public async Task Whatever_a_channel_says_is_wrong_can_be_written_down(string escaped, string kept)
    {
        var trouble = Regex.Unescape(escaped);
        await ReplyAsync("c", 1);
        await Deliveries.RetryAsync(Deliveries.Next("c")!, Time.GetUtcNow(), isUnknown: false, trouble);
        Assert.Equal(kept, Deliveries.List().Single().Trouble);
        await Deliveries.GiveUpAsync(Deliveries.Next("c")!, trouble);
        Assert.Equal(kept, Deliveries.List(DeliveryStatus.Dead).Single().Trouble);
    }

    private async Task ReplyAsync(string conversation, int replies) =>
        Assert.NotNull(await Log.EndAsync(await AskAsync(conversation), "{}", [.. Enumerable.Repeat(Body, replies)], deliver: true));

    private async Task<PendingMessage> PendingUnheardAsync(string conversation)
    {
        await Log.AppendAsync(conversation, new NewActivity(Body) { IsPending = true });
        return Log.Next(conversation)!;
    }
}
