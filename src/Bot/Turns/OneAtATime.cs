using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>
/// Works on conversations, many at once and each by one worker at a time, among all nodes, however often it is called. A call that comes while
/// the work is going on makes it look once more.
/// </summary>
/// <param name="purpose">What the work is; two purposes do not wait for each other.</param>
/// <param name="drain">Does all that there is to do in a conversation; returns how long to wait before the next look, null when there is nothing left.</param>
/// <param name="elsewhere">Called when another node works on a conversation: what is known of it here may no longer be so.</param>
public sealed class OneAtATime(string purpose, Func<string, Task<TimeSpan?>> drain, Action<string> elsewhere, Database database, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // How soon to ask again for what another node works on; it may have looked for the last time just before we wrote.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    // The conversations that are being worked on, each with how often it was called meanwhile.
    private readonly ConcurrentDictionary<string, int> called = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether no new work is begun any more.</summary>
    public bool IsStopping => stopping.IsCancellationRequested;

    /// <summary>Says that there is something to do in a conversation.</summary>
    public void Call(string conversation)
    {
        if (IsStopping) return;
        if (called.AddOrUpdate(conversation, 1, static (_, calls) => calls + 1) == 1) ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Self.WorkAsync(work.Conversation), (Self: this, Conversation: conversation), preferLocal: false);
    }

    /// <summary>Makes whoever works on a conversation here look once more; begins nothing.</summary>
    public void Recall(string conversation)
    {
        if (called.ContainsKey(conversation)) Call(conversation);
    }

    /// <summary>Lets what is going on come to its end; false when it did not in time.</summary>
    public async Task<bool> StopAsync(CancellationToken impatient)
    {
        await stopping.CancelAsync();
        if (called.IsEmpty) return true;
        try
        {
            await finished.Task.WaitAsync(Farewell, time, impatient);
            return true;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WorkAsync(string conversation)
    {
        while (called.TryGetValue(conversation, out var calls))
        {
            var again = await TryAsync(conversation);
            if (IsStopping) called.TryRemove(conversation, out _);
            else if (again is { } wait) await Task.Delay(wait, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // A call that came after the last look leaves another number behind: look again. One that comes from now on has begun a worker of its own.
            else if (called.TryRemove(new KeyValuePair<string, int>(conversation, calls))) break;
        }
        if (IsStopping && called.IsEmpty) finished.TrySetResult();
    }

    private async Task<TimeSpan?> TryAsync(string conversation)
    {
        try
        {
            if (await database.HoldAsync(purpose + " " + conversation) is not { } hold)
            {
                elsewhere(conversation);
                return Meanwhile;
            }
            await using (hold) return await drain(conversation);
        }
        catch (Exception error)
        {
            // Only the store can fail here, or the work was abandoned. It is all still there; hurrying would not help a full disk.
            if (!IsStopping) logger.LogError(error, "The {Purpose} of conversation {Conversation} could not be stored", purpose, conversation);
            return Pause;
        }
    }
}
