using System.Collections.Immutable;
using Bot.Content;
using Knowledge.Notices;

namespace Bot.Staff.Notices.Listing;

/// <summary>Which sections lack example questions: they lose to those that have them.</summary>
public sealed class Coverage(LiveContent live, AnswerCounts counts)
{
    /// <summary>A section that lacks example questions.</summary>
    /// <param name="Questions">How many it has.</param>
    /// <param name="Answered">How often it answered of late all the same.</param>
    public sealed record Gap(Notice Notice, Section Section, int Questions, long Answered);

    /// <summary>The gaps, the worst first: the fewest questions, and of those what is needed most.</summary>
    public ImmutableArray<Gap> Gaps()
    {
        var answered = counts.BySection();
        return [.. live.Current.Librarian.Passages.Where(passage => passage.Section.Questions.Length < NoticeList.Aim)
            .Select(passage => new Gap(passage.Notice, passage.Section, passage.Section.Questions.Length, answered.GetValueOrDefault(passage.Address)))
            .OrderBy(gap => gap.Questions).ThenBy(gap => gap.Notice.Status != NoticeStatus.InForce).ThenByDescending(gap => gap.Answered)];
    }

    /// <summary>How many sections there are.</summary>
    public int Sections => live.Current.Librarian.Passages.Length;
}
