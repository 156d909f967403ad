using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>What a turn leads to: what is remembered, what is said, and at most one thing for the shell to do.</summary>
public sealed record Decision(Conversation Next, ImmutableArray<Reply> Replies, Effect? Effect = null)
{
    /// <summary>Whether all that was said before in the conversation is to be deleted.</summary>
    public bool Erases { get; init; }

    /// <summary>What was asked of the notices, as it was written; null where the turn was about something else.</summary>
    public string? Question { get; init; }

    /// <summary>What it tells of a question that was asked before; null for nothing.</summary>
    public Remark? Remark { get; init; }
}
