namespace Bot.Conversations;

/// <summary>Staff have written a reply to a question that was asked in this conversation.</summary>
/// <param name="Question">The place of the question in the log.</param>
/// <param name="Text">What they have written; null where nobody has.</param>
public sealed record QuestionReplied(DateTimeOffset At, long Question, string? Text = null) : Turn(At);
