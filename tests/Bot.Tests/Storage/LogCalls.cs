using Bot.Conversations;
using Bot.Storage.Activities;
using Bot.Storage.Figures;
using Bot.Storage.Questions;

namespace Bot.Tests.Storage;

/// <summary>The log's calls as tests write them.</summary>
internal static class LogCalls
{
    public static Task<Ended?> EndAsync(
        this ActivityLog log, PendingMessage message, string state, IReadOnlyList<byte[]> replies, bool deliver = false, bool erases = false,
        NewQuestion? question = null, Speaker? speaker = null) =>
        log.EndAsync(message, new TurnResult(state, replies) { Deliver = deliver, Erases = erases, Question = question, Speaker = speaker });
}
