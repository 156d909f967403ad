using Bot.Content;
using Bot.Operation;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Web;

/// <summary>The words and the notices that the pages show now; both change with the content.</summary>
public sealed class LivePages(LiveContent content, RetentionOptions retention, QuestionOptions questions)
{
    private (Edition Edition, PageWords Words)? read;

    /// <summary>The notices that may be opened.</summary>
    public Catalogue Catalogue => content.Current.Catalogue;

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
