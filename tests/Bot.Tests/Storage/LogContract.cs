using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>The log by itself, whatever store it lies in.</summary>
public abstract class LogContract(TestData data) : OpenedStore(data)
{
    [Fact]
    public async Task Timestamps_only_grow_whatever_the_clock_does()
    {
        await Log.StartAsync("c", "directline", "u");
        await Log.AppendAsync("c", new NewActivity(Body));
        await Log.AppendAsync("c", new NewActivity(Body) { IsPending = true });
        Time.Set(Time.GetUtcNow().AddHours(-1));
        await Log.EndAsync(Log.Next("c")!, "{}", [Body, Body]);
        await Log.AppendAsync("c", new NewActivity(Body));
        AssertStampsGrow("c", 5);
    }

    [Fact]
    public async Task A_conversation_is_created_once()
    {
        Assert.True(await Log.StartAsync("c", "directline", "u"));
        Assert.False(await Log.StartAsync("c", "directline", "other"));
        Assert.Equal(new StoredConversation("c", "directline", "u", 0), Log.Find("c"));
    }

    [Fact]
    public async Task Nothing_is_logged_where_there_is_no_conversation() => Assert.Null(await Log.AppendAsync("nowhere", new NewActivity(Body)));

    [Fact]
    public async Task The_same_client_id_at_the_same_moment_is_one_activity()
    {
        await Log.StartAsync("c", "directline", "u");
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Log.AppendAsync("c", new NewActivity(Body) { ClientId = "same", IsPending = true })));
        Assert.Single(receipts.Select(r => r!.Id).Distinct());
        Assert.Single(receipts, r => !r!.Repeated);
        Assert.Equal((1, 1), (Log.Find("c")!.LastSeq, Log.CountPending()));
    }

    [Fact]
    public async Task A_client_id_means_nothing_in_another_conversation()
    {
        await Log.StartAsync("c", "directline", "u");
        await Log.StartAsync("d", "directline", "u");
        Assert.False((await Log.AppendAsync("c", new NewActivity(Body) { ClientId = "same" }))!.Repeated);
        Assert.False((await Log.AppendAsync("d", new NewActivity(Body) { ClientId = "same" }))!.Repeated);
    }

    [Fact]
    public async Task A_conversation_is_begun_once_by_whichever_of_its_first_messages_is_quickest()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Log.AppendAsync("c", new NewActivity(Body) { ClientId = "m" + i, IsPending = true, Heard = Time.GetUtcNow() }, new Citizen("messenger", "u", "address"))));
        Assert.Equal(50, receipts.Select(r => r!.Id).Distinct().Count());
        Assert.Equal(new StoredConversation("c", "messenger", "u", 50), Log.Find("c"));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), Places(Log, "c"));
    }

    [Fact]
    public async Task Places_have_neither_gaps_nor_repetitions_when_turns_end_while_messages_arrive()
    {
        await Log.StartAsync("c", "directline", "u");
        var ended = 0;
        var appends = Enumerable.Range(0, 100).Select(_ => Log.AppendAsync("c", new NewActivity(Body) { IsPending = true }));
        var turns = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref ended) < 100)
            {
                if (Log.Next("c") is { } message && await Log.EndAsync(message, message.State, [Body]) is not null) Interlocked.Increment(ref ended);
                else await Task.Yield();
            }
        }));
        await Task.WhenAll([.. turns, .. appends]).WaitAsync(Line.Patience);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), Places(Log, "c"));
        AssertStampsGrow("c", 200);
        Assert.Equal(0, Log.CountPending());
    }

    [Fact]
    public async Task Messages_wait_in_their_order_and_conversations_in_that_of_their_oldest()
    {
        foreach (var id in (string[])["b", "a", "b"])
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await AskAsync(id);
        }
        await Log.AppendAsync("a", new NewActivity(Body));
        Assert.Equal(3, Log.CountPending());
        Assert.Equal(["b", "a"], Log.Waiting(DateTimeOffset.MaxValue, int.MaxValue));
        Assert.Equal(["b"], Log.Waiting(DateTimeOffset.MaxValue, 1));
        Assert.Equal(["b"], Log.Waiting(Time.GetUtcNow().AddSeconds(-2), 10));
        Assert.Empty(Log.Waiting(Time.GetUtcNow().AddSeconds(-3), 10));
        var first = Log.Next("b")!;
        Assert.Equal((1, ActivityLog.ActivityId("b", 1)), (first.Seq, first.Id));
        Assert.NotNull(await Log.EndAsync(first, "{}", []));
        Assert.Equal(2, Log.Next("b")!.Seq);
        Assert.Equal(["a", "b"], Log.Waiting(DateTimeOffset.MaxValue, 10));
    }

    [Fact]
    public async Task A_message_that_waits_carries_what_its_turn_needs()
    {
        await Log.AppendAsync("c", new NewActivity(Body) { IsPending = true, Sender = [1, 0, 2], Heard = Time.GetUtcNow() }, new Citizen("messenger", "u", "one"));
        // Whoever writes without an address has not moved.
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u"));
        var message = Log.Next("c")!;
        Assert.Equal(("messenger", "u", "one", "{}"), (message.Channel, message.User, message.Address, message.State));
        Assert.Equal<byte>([1, 0, 2], message.Sender!);
        await Log.AppendAsync("c", new NewActivity(Body) { Heard = Time.GetUtcNow() }, new Citizen("messenger", "u", "two"));
        Assert.Equal("two", Log.Next("c")!.Address);
    }

    [Fact]
    public async Task A_turn_ends_with_state_replies_and_deliveries_at_once()
    {
        var message = await AskAsync("c");
        Assert.NotNull(await Log.EndAsync(message, """{"greeted":true}""", [Body, Body], deliver: true));
        Assert.Equal([1, 2, 3], Places(Log, "c"));
        Assert.Equal([2, 3], Deliveries.List().Select(d => d.Seq));
        Assert.Equal(0, Log.CountPending());
        Assert.Equal("""{"greeted":true}""", (await AskAsync("c")).State);
    }

    [Fact]
    public async Task A_turn_that_breaks_off_midway_changes_nothing()
    {
        var message = await AskAsync("c");
        // The second reply cannot be written, when the first one and its delivery are.
        await Assert.ThrowsAnyAsync<Exception>(() => Log.EndAsync(message, """{"greeted":true}""", [Body, null!], deliver: true));
        Assert.Equal([1], Places(Log, "c"));
        Assert.Empty(Deliveries.List());
        Assert.Equal(message.State, Log.Next("c")!.State);
        Assert.Equal(1, Log.Find("c")!.LastSeq);
        Assert.NotNull(await Log.EndAsync(message, "{}", [Body], deliver: true));
        Assert.Equal([1, 2], Places(Log, "c"));
    }

    [Fact]
    public async Task A_turn_that_was_decided_on_an_outdated_state_or_was_ended_already_changes_nothing()
    {
        var message = await AskAsync("c");
        Assert.Null(await Log.EndAsync(message with { State = """{"greeted":true}""" }, "{}", [Body], deliver: true));
        var ends = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Log.EndAsync(message, "{}", [Body], deliver: true)));
        Assert.Single(ends, ended => ended is not null);
        Assert.Equal([1, 2], Places(Log, "c"));
        Assert.Single(Deliveries.List());
    }

    [Fact]
    public async Task What_rests_too_long_is_deleted_with_all_that_was_said()
    {
        await Log.EndAsync(await AskAsync("old"), "{}", [Body], deliver: true);
        await AskAsync("old");
        Time.Advance(TimeSpan.FromDays(10));
        await Log.EndAsync(await AskAsync("new"), "{}", [Body], deliver: true);
        Assert.Equal(1, await Log.DeleteUntouchedAsync(Time.GetUtcNow().AddDays(-5), 100));
        Assert.Null(Log.Find("old"));
        Assert.Empty(Places(Log, "old"));
        Assert.Equal(0, Log.CountPending());
        Assert.Equal(("new", 1), (Deliveries.List().Single().Conversation, Deliveries.Count(0)));
        Assert.Equal([1, 2], Places(Log, "new"));
    }

    [Fact]
    public async Task Only_so_many_conversations_are_deleted_at_once_and_a_new_word_saves_one()
    {
        foreach (var id in (string[])["a", "b", "c"]) await AskAsync(id);
        Time.Advance(TimeSpan.FromDays(10));
        await AskAsync("b");
        Assert.Equal(1, await Log.DeleteUntouchedAsync(Time.GetUtcNow().AddDays(-5), 1));
        Assert.Equal(1, await Log.DeleteUntouchedAsync(Time.GetUtcNow().AddDays(-5), 10));
        Assert.Equal([1, 2], Places(Log, "b"));
    }

    [Theory]
    [InlineData(@"a\0b", "a\uFFFDb")]
    [InlineData(@"a\ud83d", "a\uFFFD")]
    [InlineData("👨‍👩‍👧 Lạng Sơn", "👨‍👩‍👧 Lạng Sơn")]
    [InlineData("La\u0323ng So\u031Bn", "La\u0323ng So\u031Bn")]
    [InlineData("'; DROP TABLE activities; -- $1", "'; DROP TABLE activities; -- $1")]
    public async Task Any_text_is_taken_and_what_no_store_can_keep_is_shown_as_such(string escaped, string kept)
    {
        var text = Regex.Unescape(escaped);
        var activity = new NewActivity(Body) { ClientId = text, IsPending = true, Heard = Time.GetUtcNow() };
        Assert.False((await Log.AppendAsync("c", activity, new Citizen("messenger", text, text)))!.Repeated);
        Assert.True((await Log.AppendAsync("c", activity, new Citizen("messenger", text, text)))!.Repeated);
        var message = Log.Next("c")!;
        Assert.Equal((kept, kept), (message.User, message.Address));
        Assert.NotNull(await Log.EndAsync(message, text, [Body]));
        var next = await AskAsync("c");
        Assert.Equal(kept, next.State);
        Assert.NotNull(await Log.EndAsync(next, "{}", []));
    }

    [Fact]
    public async Task Client_ids_that_only_look_alike_are_two()
    {
        await Log.StartAsync("c", "directline", "u");
        foreach (var id in (string[])["ế", "e\u0302\u0301", "Ế", "ế "]) Assert.False((await Log.AppendAsync("c", new NewActivity(Body) { ClientId = id }))!.Repeated);
    }

    [Fact]
    public async Task A_client_id_of_any_length_is_known_again()
    {
        await Log.StartAsync("c", "directline", "u");
        var chance = new Random(7);
        var id = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)chance.Next('ạ', 'ỹ'))]);
        Assert.False((await Log.AppendAsync("c", new NewActivity(Body) { ClientId = id }))!.Repeated);
        Assert.True((await Log.AppendAsync("c", new NewActivity(Body) { ClientId = id }))!.Repeated);
        Assert.False((await Log.AppendAsync("c", new NewActivity(Body) { ClientId = id + "x" }))!.Repeated);
    }

    [Fact]
    public async Task Very_long_json_is_kept_byte_by_byte()
    {
        await Log.StartAsync("c", "directline", "u");
        var body = Encoding.UTF8.GetBytes("{\"text\":\"" + string.Concat(Enumerable.Repeat("ế\\u0000😀", 300_000)) + "\"}");
        await Log.AppendAsync("c", new NewActivity(body) { IsPending = true });
        Assert.Equal(body[1..], Log.After("c", 0, 1)[0].Json[^(body.Length - 1)..]);
        Assert.Equal(body[1..], Log.Next("c")!.Json[^(body.Length - 1)..]);
    }

    private void AssertStampsGrow(string conversation, int count)
    {
        var stamps = Log.After(conversation, 0, 10_000).Select(a => JsonDocument.Parse(a.Json).RootElement.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.Equal(count, stamps.Count);
        Assert.Equal(stamps.Distinct().Order(), stamps);
    }
}
