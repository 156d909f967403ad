using Bot.Conversations;
using Knowledge.Notices;

namespace Bot.Storage.Questions;

/// <summary>A question as it is recorded: without personal data, with what became of it and the section that it was answered from.</summary>
public sealed record NewQuestion(string Text, Outcome Outcome, SectionAddress? Section)
{
    /// <summary>The question of a turn; null where the turn asked none that may be kept.</summary>
    public static NewQuestion? Of(Decision decision) => decision is { Question: { } asked, Replies: [.., var reply] } && Anonymous.Of(asked) is { } text
        ? new NewQuestion(text, reply.Outcome, reply.Sections is [var first, ..] ? first : null)
        : null;
}
