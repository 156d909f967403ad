namespace Bot.Storage.Questions;

/// <summary>A recorded question and how often it was asked in the same words.</summary>
public sealed record AskedQuestion(string Text, long Count = 1);
