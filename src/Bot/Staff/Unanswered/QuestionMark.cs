namespace Bot.Staff.Unanswered;

/// <summary>A question that staff have found to be none of the department's: it and those like it are shown no more.</summary>
/// <param name="Id">The group's id when it was marked.</param>
/// <param name="Author">Who marked it.</param>
public sealed record QuestionMark(string Id, string Text, string Author, DateTimeOffset At);
