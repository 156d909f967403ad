namespace Bot.Conversations;

/// <summary>What a turn tells of a question that was asked before.</summary>
/// <param name="Seq">The place of that question in the log.</param>
/// <param name="Verdict">What the citizen says of its answer; null: he asks the same in other words.</param>
public sealed record Remark(long Seq, Verdict? Verdict = null);
