using Bot.Conversations;
using Bot.Dossiers;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>Does what a decision asked for, in bounded time, writes it down, and brings what came of it.</summary>
public sealed class Effects(DossierDesk desk, LookUpLog log, TimeProvider time)
{
    public async Task<LookedUp> DoAsync(Effect effect, PendingMessage message, CancellationToken stopping)
    {
        var result = effect switch
        {
            Effect.Find find => await desk.LookUpAsync(find.Code, find.Verifier, message.Sender, stopping),
            Effect.Recall recall => await desk.RecallAsync(recall.Code, stopping),
            _ => throw new InvalidOperationException($"Nobody does {effect.GetType()}."),
        };
        await log.NoteAsync(message, effect.Code, result.GetType().Name + (effect is Effect.Recall ? "+" : ""));
        return new LookedUp(time.GetUtcNow(), effect, result);
    }
}
