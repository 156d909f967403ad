using System.Collections.Immutable;
using Bot.Storage.Questions;

namespace Bot.Staff.Unanswered;

/// <summary>Questions that are alike and were not answered, or not so that it was a help.</summary>
/// <param name="Id">Names it: the same as long as its first wording is.</param>
/// <param name="Text">How it was asked most often.</param>
/// <param name="Questions">All wordings on all channels, the most frequent first.</param>
public sealed record QuestionGroup(string Id, string Text, ImmutableArray<FailedQuestion> Questions)
{
    /// <summary>The mark that keeps it out of sight; null where it has none.</summary>
    public QuestionMark? Mark { get; init; }

    /// <summary>The wordings of those who wait to be told the answer, each with how many do.</summary>
    public ImmutableArray<AskedQuestion> Wishes { get; init; } = [];

    /// <summary>How many wait.</summary>
    public long Waiting => Wishes.Sum(w => w.Count);

    public long Count => Questions.Sum(q => q.Count);

    public long ThisWeek => Questions.Sum(q => q.ThisWeek);

    public long WeekBefore => Questions.Sum(q => q.WeekBefore);

    /// <summary>How often each channel brought it, the most frequent first.</summary>
    public IEnumerable<(string Channel, long Count)> Channels =>
        Questions.GroupBy(q => q.Channel, (channel, all) => (Channel: channel, Count: all.Sum(q => q.Count)))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Channel, StringComparer.Ordinal);

    /// <summary>Each wording once, with how often it was asked so.</summary>
    public IEnumerable<AskedQuestion> Wordings =>
        Questions.GroupBy(q => q.Text, (text, all) => new AskedQuestion(text, all.Sum(q => q.Count)))
            .OrderByDescending(q => q.Count).ThenBy(q => q.Text, StringComparer.Ordinal);

    /// <summary>Why it is here: keys of the pages' words, each with how often.</summary>
    public IEnumerable<(string Key, long Count)> Reasons => ((string Key, long Count)[])
    [
        ("unanswered.why-none", Questions.Sum(q => q.Unanswered)), ("unanswered.why-false", Questions.Sum(q => q.False)),
        ("unanswered.why-wrong", Questions.Sum(q => q.Wrong)), ("unanswered.why-again", Questions.Sum(q => q.Again)),
    ];
}
