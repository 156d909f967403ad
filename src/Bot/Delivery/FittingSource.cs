using Bot.Channels.Fitting;
using Bot.Content;
using Bot.Operation;

namespace Bot.Delivery;

/// <summary>The words that fitting adds, as the content has them now.</summary>
public sealed class FittingSource(LiveContent content, PublicAddress address)
{
    // A reference, so that nobody sees it half written.
    private volatile Known? last;

    public FittingWords Words
    {
        get
        {
            var edition = content.Current;
            if (last is { } known && ReferenceEquals(known.Edition, edition)) return known.Words;
            var words = FittingWords.Of(edition.Wording, address.Of("/hoi"));
            last = new Known(edition, words);
            return words;
        }
    }

    private sealed record Known(Edition Edition, FittingWords Words);
}
