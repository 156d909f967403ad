using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>What a turn leads to: what is remembered, what is said, and at most one thing for the shell to do.</summary>
public sealed record Decision(Conversation Next, ImmutableArray<Reply> Replies, Effect? Effect = null);
