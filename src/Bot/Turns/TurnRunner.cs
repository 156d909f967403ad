using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Operation;
using Bot.Protocol;
using Bot.Staff.Urgent;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Figures;
using Bot.Storage.Questions;
using Bot.Storage.Wishes;

namespace Bot.Turns;

/// <summary>Runs the turns that wait: one at a time and in order within a conversation, many conversations at once.</summary>
public sealed class TurnRunner : IHostedService
{
    private readonly ActivityLog log;
    private readonly LiveContent content;
    private readonly LiveStanding standing;
    private readonly Effects effects;
    private readonly Outbox outbox;
    private readonly Deliverer deliverer;
    private readonly ReplyJson replies;
    private readonly TurnOptions options;
    private readonly QuestionOptions questions;
    private readonly RetentionOptions retention;
    private readonly WishLog wishes;
    private readonly TimeProvider time;
    private readonly ILogger<TurnRunner> logger;
    private readonly OneAtATime work;
    private readonly CancellationTokenSource abandoned = new();

    // Of what was just written down, what is the next of its conversation.
    private readonly ConcurrentDictionary<string, PendingMessage> atHand = new();

    public TurnRunner(
        ActivityLog log, LiveContent content, LiveStanding standing, Effects effects, Outbox outbox, Deliverer deliverer, ReplyJson replies,
        TurnOptions options, QuestionOptions questions, RetentionOptions retention, WishLog wishes, Database database, TimeProvider time, ILogger<TurnRunner> logger)
    {
        (this.log, this.content, this.standing, this.effects) = (log, content, standing, effects);
        (this.outbox, this.deliverer, this.replies) = (outbox, deliverer, replies);
        (this.options, this.questions, this.retention) = (options, questions, retention);
        (this.wishes, this.time, this.logger) = (wishes, time, logger);
        work = new OneAtATime("turn", DrainAsync, conversation => atHand.TryRemove(conversation, out _), database, time, logger);
        database.Told += work.Recall;
    }

    /// <summary>Says that a message of a conversation waits.</summary>
    /// <param name="next">The message itself, when it is the next and at hand.</param>
    public void Notify(string conversation, PendingMessage? next = null)
    {
        if (next is not null) atHand[conversation] = next;
        work.Call(conversation);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets the turns that run come to their end; what waits is taken up by the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await work.StopAsync(cancellationToken)) return;
        await abandoned.CancelAsync();
        logger.LogWarning("Some turns did not end in time; they are repeated at the next start");
    }

    private async Task<TimeSpan?> DrainAsync(string conversation)
    {
        // Whatever comes after the one at hand calls once more. One that another node was quicker with is looked for in the store.
        if (atHand.TryRemove(conversation, out var next) && !work.IsStopping && await RunAsync(next)) return null;
        while (!work.IsStopping && log.Next(conversation) is { } message) await RunAsync(message);
        return null;
    }

    /// <summary>Answers a message that is not logged yet and logs both at once. Null, and nothing is logged, where it has to wait for its turn.</summary>
    /// <param name="message">The message as it finds its conversation at rest.</param>
    /// <param name="since">When it came.</param>
    public async Task<Ended?> AnswerAtOnceAsync(PendingMessage message, NewActivity activity, DateTimeOffset since)
    {
        if (work.IsStopping || await AnswerAsync(message, mayWait: false) is not { } result) return null;
        return await EndAsync(message, result, () => log.AppendAnsweredAsync(message, activity, since, result));
    }

    private async Task<bool> RunAsync(PendingMessage message)
    {
        var result = (await AnswerAsync(message, mayWait: true))!;
        return await EndAsync(message, result, () => log.EndAsync(message, result)) is not null;
    }

    private async Task<Ended?> EndAsync(PendingMessage message, TurnResult result, Func<Task<Ended?>> write)
    {
        var ended = result is { Deliver: true, Replies.Count: > 0 } ? await deliverer.HandOverAsync(message.Conversation, write) : await write();
        if (ended is not null) outbox.Announce(message.Conversation);
        return ended;
    }

    /// <summary>The one place where a failing world, or a failing brain, becomes a sentence and an outcome.</summary>
    /// <param name="mayWait">Whether something may be done for the answer, which can take long; otherwise it is null where that is needed.</param>
    private async Task<TurnResult?> AnswerAsync(PendingMessage message, bool mayWait)
    {
        var conversation = Conversation.New;
        var deliver = message.Channel != ActivityLog.ReadByClient;
        Speaker? speaker = null;
        try
        {
            conversation = StateJson.Read(message.State);
            var activity = message.Activity;
            var turn = TurnReading.Read(activity, activity.Timestamp ?? time.GetUtcNow());
            speaker = TurnReading.SpeakerOf(turn);
            // Whoever waits for the replies in his own call reads them from the log.
            deliver &= activity.DeliveryMode != DeliveryModes.ExpectReplies;
            // An event of ours is from the bot: what follows from it is for the citizen.
            if (await DecideAsync(conversation, turn, message, deliver, mayWait) is not { } decision) return null;
            return Written(decision, activity.From is { Role: not "bot" } from ? from.Id : null);
        }
        catch (Exception error) when (!abandoned.IsCancellationRequested)
        {
            logger.LogError(error, "The turn of activity {Activity} failed", message.Id);
            // The open dialog goes: whatever made it fail would fail again on the next message.
            var next = conversation with { Dialog = null, Slots = ImmutableDictionary<string, string>.Empty };
            return Written(new Decision(next, [new Reply(content.Current.Wording.Say("failed"), Outcome.Failed)]), null);
        }

        TurnResult Written(Decision decision, string? to)
        {
            var replies = decision.Replies.IsDefaultOrEmpty ? [] : decision.Replies.Select(reply => this.replies.Write(reply, message, to ?? message.User)).ToList();
            return new TurnResult(StateJson.Write(decision.Next), replies)
            {
                Deliver = deliver,
                Follows = decision.Next.Follows == conversation.Follows ? null : decision.Next.Follows,
                Wishes = decision.Next.Wishes == conversation.Wishes ? null : decision.Next.Wishes,
                Erases = decision.Erases,
                Question = questions.Record ? NewQuestion.Of(decision) : null,
                Remark = decision.Remark,
                Speaker = speaker,
            };
        }
    }

    private async Task<Decision?> DecideAsync(Conversation conversation, Turn? turn, PendingMessage message, bool deliver, bool mayWait)
    {
        if (turn is null) return new Decision(conversation, []);
        if (turn is Said said) turn = said with { IsTooLong = said.Text.Length > options.MessageLength };
        // The page joins and is greeted; on other channels a citizen may begin by asking.
        turn = turn with
        {
            IsUnannounced = message.Channel != ActivityLog.ReadByClient, Seq = message.Seq, IsRecorded = questions.Record,
            KeptDays = retention.Days, Banner = standing.Banner, Off = standing.Off(message.Channel),
        };
        if (turn is QuestionReplied replied) turn = replied with { Text = wishes.ReplyTo(message.Conversation, replied.Question) };
        // One edition for the whole turn: the content may change while a dossier is looked up.
        var brain = content.Current.Brain;
        var decision = brain.Decide(conversation, turn);
        if (decision.Effect is not { } effect) return decision;
        if (!mayWait) return null;
        // Who has begun nothing need not see that somebody writes.
        if (deliver && turn is (Said or Attached or Joined)) deliverer.Signal(new Citizen(message.Channel, message.User, message.Address));
        var then = brain.Decide(decision.Next, await effects.DoAsync(effect, message, abandoned.Token) with { Banner = turn.Banner });
        return then with { Replies = [.. decision.Replies, .. then.Replies] };
    }
}
