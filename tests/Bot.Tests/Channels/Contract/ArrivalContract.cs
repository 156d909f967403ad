using System.Net;
using System.Text;
using Bot.Delivery;
using Bot.Storage.Activities;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Contract;

/// <summary>What every push channel does with what its server brings.</summary>
public sealed class ArrivalContract
{
    private const string Introduction = "Máy trả lời, có lưu lại.";

    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task A_citizens_first_question_is_answered_after_who_answers_and_what_is_kept_and_his_second_without(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = rig.Channel.User();
        await rig.SayAsync(user, "tra cứu hồ sơ", "hủy");
        Assert.Equal([Introduction, "Mã hồ sơ?", "Đã hủy."], await rig.TextsAsync(user, 3));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Who_joins_is_welcomed_once_and_not_introduced_to_again(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = rig.Channel.User();
        await rig.BringAsync(rig.Channel.Joined(user));
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        await rig.BringAsync(rig.Channel.Joined(user));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_body_that_is_brought_again_is_acknowledged_and_answered_once(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var webhook = rig.Channel.Text(user, "hủy", "the-same-id");
        await rig.BringAsync(webhook, webhook, rig.Channel.Text(user, "tra cứu hồ sơ", "the-same-id"));
        await rig.SayAsync(user, "cảm ơn");
        await rig.BringAsync(webhook);
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Không có gì để hủy.", "Không có gì.", "Không có gì."], (await rig.TextsAsync(user, 4)).Skip(1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task The_same_message_in_many_calls_at_once_is_answered_once(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var webhook = rig.Channel.Text(user, "hủy", "the-same-id");
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.PostAsync(webhook))), status => Assert.Equal(HttpStatusCode.OK, status));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì để hủy.", "Không có gì."], await rig.TextsAsync(user, 3));
    }

    // Many calls decide on one message at once, and only one of them writes its reply down.
    [Theory, MemberData(nameof(Channels))]
    public async Task A_reply_is_sent_once_though_another_call_has_come_to_nothing_before_it_is_handed_over(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.SettledAsync();
        var (log, deliverer) = (rig.Bot.Log, rig.Bot.Services.GetRequiredService<Deliverer>());
        var conversation = (string)rig.Database.Read(session => session.Scalar("SELECT id FROM conversations"))!;
        var activity = new NewActivity("""{"type":"message","text":"hủy"}"""u8.ToArray());
        var message = log.AtRest(conversation, activity, null)!;
        var result = new TurnResult(message.State, ["""{"type":"message","text":"Xong."}"""u8.ToArray()]) { Deliver = true };
        await deliverer.HandOverAsync(conversation, async () =>
        {
            var ended = await log.AppendAnsweredAsync(message, activity, rig.Time.GetUtcNow(), result);
            await deliverer.HandOverAsync(conversation, () => Task.FromResult<Ended?>(null));
            // Time enough for whoever was called to look.
            for (var i = 0; i < 50; i++) await rig.Database.WriteAsync(_ => 0);
            return ended;
        });
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal(["Chào mừng.", "Xong.", "Không có gì."], await rig.TextsAsync(user, 3));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Fifty_messages_of_a_citizen_are_answered_in_their_order(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, Enumerable.Range(1, 50).Select(n => Rig.Numbered(n).Text));
        Assert.Equal(Enumerable.Range(1, 50).Select(n => Rig.Numbered(n).Answer), (await rig.TextsAsync(user, 51)).Skip(1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Twenty_citizens_at_once_are_each_answered_in_their_order(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var citizens = Enumerable.Range(1, 20).Select(n => rig.Channel.User(n)).ToList();
        await Task.WhenAll(citizens.Select(user => rig.SayAsync(user, Enumerable.Range(1, 5).Select(n => Rig.Numbered(n).Text))));
        foreach (var user in citizens) Assert.Equal([Introduction, .. Enumerable.Range(1, 5).Select(n => Rig.Numbered(n).Answer)], await rig.TextsAsync(user, 6));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task An_event_that_nobody_knows_harms_none_beside_it(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.BringAsync(rig.Channel.AroundUnknown(user, "tra cứu hồ sơ", "hủy"));
        Assert.Equal(["Chào mừng.", "Mã hồ sơ?", "Đã hủy."], await rig.TextsAsync(user, 3));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task An_event_that_nobody_knows_is_acknowledged_and_not_kept(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        await rig.BringAsync(rig.Channel.Unknown(rig.Channel.User()));
        Assert.Equal(0, rig.Logged());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Ids_that_come_as_numbers_are_exact(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        await rig.BringAsync(rig.Channel.NumericIds(rig.Channel.User(), "xin chào"), rig.Channel.NumericIds(rig.Channel.User(2), "xin chào"));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(rig.Channel.User(), 1));
        // As a text the same number is the same citizen.
        await rig.SayAsync(rig.Channel.User(), "cảm ơn");
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(rig.Channel.User(), 2));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(rig.Channel.User(2), 1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_is_not_text_is_answered_by_its_kind_and_not_kept(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var number = 0;
        foreach (var (kind, sentence) in rig.Channel.Kinds)
        {
            var user = rig.Channel.User(++number);
            await rig.BringAsync(rig.Channel.Attached(user, kind));
            Assert.Equal([Introduction, sentence], await rig.TextsAsync(user, 2));
        }
        var kept = rig.Database.Read(session => session.Query("SELECT json FROM activities", row => Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(0))));
        Assert.DoesNotContain(kept, json => json.Contains("example", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_text_without_a_letter_is_asked_back(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, "", " \t ");
        Assert.Equal(["Hỏi gì?", "Hỏi gì?"], (await rig.TextsAsync(user, 3)).Skip(1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Half_a_letter_does_no_harm(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        var body = rig.Channel.Text(user, "cảm ơn HALF").Text.Replace("HALF", "\\ud83d", StringComparison.Ordinal);
        await rig.BringAsync(rig.Channel.Raw(Encoding.UTF8.GetBytes(body)));
        await rig.SayAsync(user, "cảm ơn");
        Assert.Equal("Không có gì.", (await rig.TextsAsync(user, 3)).Last());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_flood_is_cut_off_until_the_minute_is_over_and_slows_nobody_else(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Limits:MessagesPerMinute", "5"));
        var flooding = await rig.MeetAsync();
        await rig.SayAsync(flooding, Enumerable.Range(1, 30).Select(n => Rig.Numbered(n).Text));
        await rig.MeetAsync(2);
        Assert.Equal(Enumerable.Range(1, 4).Select(n => Rig.Numbered(n).Answer), (await rig.TextsAsync(flooding, 5)).Skip(1));
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        await rig.SayAsync(flooding, "cảm ơn");
        Assert.StartsWith("Không có gì.", (await rig.TextsAsync(flooding, 6)).Last(), StringComparison.Ordinal);
        Assert.Equal(26, rig.Log.Count("Limits:MessagesPerMinute"));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task An_event_from_long_ago_is_acknowledged_and_not_kept(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Limits:OldestEventHours", "3"));
        var user = rig.Channel.User();
        await rig.BringAsync(rig.Channel.OldText(user, "tra cứu hồ sơ", TimeSpan.FromHours(3.1)));
        Assert.Equal(0, rig.Logged());
        await rig.BringAsync(rig.Channel.OldText(user, "xin chào", TimeSpan.FromHours(2.9)));
        Assert.Equal(["Chào mừng."], await rig.TextsAsync(user, 1));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_answered_when_it_is_brought_again(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.StoredAsync(() => rig.Deliveries.List().Count == 0);
        var webhook = rig.Channel.Text(user, "cảm ơn");
        await rig.Bot.BreakStoreAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await rig.PostAsync(webhook));
        await rig.Database.WriteAsync(session => session.Execute("ALTER TABLE gone RENAME TO activities") + session.Execute("ALTER TABLE gone_too RENAME TO pending"));
        await rig.BringAsync(webhook);
        Assert.Equal(["Chào mừng.", "Không có gì."], await rig.TextsAsync(user, 2));
    }
}
