using Bot.Conversations;
using Bot.Dossiers;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>Does what a decision asked for, in bounded time, and brings what came of it.</summary>
public sealed class Effects(DossierDesk desk, TimeProvider time)
{
    public async Task<Turn> DoAsync(Effect effect, PendingMessage message, CancellationToken stopping) => effect switch
    {
        Effect.Find find => new LookedUp(time.GetUtcNow(), find.Code, await desk.LookUpAsync(find.Code, find.Verifier, message.Sender, stopping)),
        Effect.Recall recall => new LookedUp(time.GetUtcNow(), recall.Code, await desk.RecallAsync(recall.Code, stopping)),
        _ => throw new InvalidOperationException($"Nobody does {effect.GetType()}."),
    };
}
