namespace Bot.Storage.Questions;

/// <summary>What came of all the same questions in the same words on one channel, where the answer was none or no help.</summary>
/// <param name="Count">How often it was asked so.</param>
/// <param name="Unanswered">How often no notice said it.</param>
/// <param name="Wrong">How often the citizen said that the answer was about something else.</param>
/// <param name="False">How often he said that the answer is not true.</param>
/// <param name="Again">How often he asked again in other words.</param>
/// <param name="ThisWeek">How often within the last seven days.</param>
/// <param name="WeekBefore">How often within the seven days before those.</param>
public sealed record FailedQuestion(
    string Text, string Channel, long Count, long Unanswered, long Wrong, long False, long Again, long ThisWeek, long WeekBefore);
