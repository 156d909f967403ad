using Bot.Channels.Fitting;
using Bot.Content;
using Bot.Operation;

namespace Bot.Delivery;

/// <summary>The words that fitting adds, as the content has them now.</summary>
public sealed class FittingSource(LiveContent content, PublicAddress address)
{
    private (Edition Edition, FittingWords Words)? last;

    public FittingWords Words
    {
        get
        {
            var edition = content.Current;
            if (last is { } known && known.Edition == edition) return known.Words;
            var words = FittingWords.Of(edition.Wording, address.Of("/hoi"));
            last = (edition, words);
            return words;
        }
    }
}
