using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Content;
using Bot.Conversations;
using Bot.Dossiers;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>Runs the turns that wait: one at a time and in order within a conversation, many conversations at once.</summary>
public sealed class TurnRunner(
    ActivityLog log, LiveContent content, DossierDesk desk, Outbox outbox, ReplyJson replies, TurnOptions options, TimeProvider time, ILogger<TurnRunner> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    // The conversations that are being worked on, each with how often it was called meanwhile.
    private readonly ConcurrentDictionary<string, int> called = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoned = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says that a message of a conversation waits.</summary>
    public void Notify(string conversation)
    {
        if (stopping.IsCancellationRequested) return;
        if (called.AddOrUpdate(conversation, 1, static (_, calls) => calls + 1) == 1) _ = Task.Run(() => WorkAsync(conversation));
    }

    /// <summary>Takes up what the last run left, once the server listens: only then are its addresses known.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var conversation in log.Waiting()) Notify(conversation);
        return Task.CompletedTask;
    }

    /// <summary>Lets the turns that run come to their end; what waits is taken up by the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        if (called.IsEmpty) return;
        try
        {
            await finished.Task.WaitAsync(Farewell, time, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            await abandoned.CancelAsync();
            logger.LogWarning("{Turns} turns did not end in time; they are repeated at the next start", called.Count);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WorkAsync(string conversation)
    {
        while (called.TryGetValue(conversation, out var calls))
        {
            var done = await DrainAsync(conversation);
            if (stopping.IsCancellationRequested) called.TryRemove(conversation, out _);
            // A call that came after the last look leaves another number behind: look again.
            else if (done) called.TryRemove(new KeyValuePair<string, int>(conversation, calls));
        }
        if (stopping.IsCancellationRequested && called.IsEmpty) finished.TrySetResult();
    }

    private async Task<bool> DrainAsync(string conversation)
    {
        try
        {
            while (!stopping.IsCancellationRequested && log.Next(conversation) is { } message) await RunAsync(message);
            return true;
        }
        catch (Exception error)
        {
            // Only the store can fail here, or the turn was abandoned. The message still waits; hurrying would not help a full disk.
            logger.LogError(error, "A turn of conversation {Conversation} could not be stored", conversation);
            await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }
    }

    private async Task RunAsync(PendingMessage message)
    {
        var (state, bodies) = await AnswerAsync(message);
        if (await log.CompleteAsync(message, state, bodies)) outbox.Announce(message.Conversation);
    }

    /// <summary>The one place where a failing world, or a failing brain, becomes a sentence and an outcome.</summary>
    private async Task<(string State, List<byte[]> Replies)> AnswerAsync(PendingMessage message)
    {
        var conversation = Conversation.New;
        try
        {
            conversation = StateJson.Read(message.State);
            var activity = JsonSerializer.Deserialize(message.Json, ProtocolJson.Wire.Activity)!;
            var decision = await DecideAsync(conversation, activity, message);
            return (StateJson.Write(decision.Next), Bodies(decision, activity.From?.Id));
        }
        catch (Exception error) when (!abandoned.IsCancellationRequested)
        {
            logger.LogError(error, "The turn of activity {Activity} failed", message.Id);
            // The open dialog goes: whatever made it fail would fail again on the next message.
            var next = conversation with { Dialog = null, Slots = ImmutableDictionary<string, string>.Empty };
            return (StateJson.Write(next), Bodies(new Decision(next, [new Reply(content.Current.Wording.Say("failed"), Outcome.Failed)]), null));
        }

        List<byte[]> Bodies(Decision decision, string? to) =>
            decision.Replies.IsDefaultOrEmpty ? [] : [.. decision.Replies.Select(reply => replies.Write(reply, message, to ?? message.User))];
    }

    private async Task<Decision> DecideAsync(Conversation conversation, Activity activity, PendingMessage message)
    {
        var turn = TurnReading.Read(activity, activity.Timestamp ?? time.GetUtcNow());
        if (turn is null) return new Decision(conversation, []);
        if (turn is Said said && said.Text.Length > options.MessageLength)
            return new Decision(conversation, [new Reply(content.Current.Wording.Say("too-long"), Outcome.Unanswered)]);
        // One edition for the whole turn: the content may change while a dossier is looked up.
        var brain = content.Current.Brain;
        var decision = brain.Decide(conversation, turn);
        if (decision.Effect is not { } effect) return decision;
        var found = await desk.LookUpAsync(effect.Code, effect.Verifier, message.Sender, abandoned.Token);
        var then = brain.Decide(decision.Next, new LookedUp(time.GetUtcNow(), effect.Code, found));
        return then with { Replies = [.. decision.Replies, .. then.Replies] };
    }
}
