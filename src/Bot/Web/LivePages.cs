using Bot.Content;
using Bot.Conversations;
using Bot.Operation;
using Bot.Staff.Urgent;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Web;

/// <summary>What the pages show now: the words and the notices, which change with the content, and what staff tell everybody.</summary>
public sealed class LivePages(LiveContent content, LiveStanding standing, RetentionOptions retention, QuestionOptions questions)
{
    private (Edition Edition, PageWords Words)? read;

    /// <summary>The notices that may be opened.</summary>
    public Catalogue Catalogue => content.Current.Catalogue;

    /// <summary>What staff tell everybody now; null for nothing.</summary>
    public Banner? Banner => standing.Banner;

    public PageWords Words
    {
        get
        {
            var edition = content.Current;
            if (read is { } known && ReferenceEquals(known.Edition, edition)) return known.Words;
            var words = PageWords.Read(edition.Pages, edition.Agency, retention, questions);
            read = (edition, words);
            return words;
        }
    }
}
