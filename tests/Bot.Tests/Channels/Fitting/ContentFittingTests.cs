using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Channels.Fitting;
using Bot.Conversations;
using Bot.Tests.Conversations;

namespace Bot.Tests.Channels.Fitting;

/// <summary>Everything that the repository's content can say, on every channel.</summary>
public partial class ContentFittingTests
{
    private const string Ask = "https://vi-du.vn/hoi";

    private static readonly Wording Wording = RepositoryContent.Edition.Wording;
    private static readonly FittingWords Words = FittingWords.Of(Wording, Ask);

    public static TheoryData<string> Channels => ["Messenger", "Zalo", "Teams"];

    // Each section and each sentence; each notice in one, which is longer than any message.
    private static IEnumerable<string> Texts => RepositoryContent.Edition.Catalogue.Notices.Values
        .SelectMany(n => n.Sections.Select(s => s.Markdown).Concat(n.Sections.Select(s => s.English).OfType<string>()).Append(string.Join("\n\n", n.Sections.Select(s => $"### {s.Heading}\n{s.Markdown}"))))
        .Concat(Wording.Keys.Select(key => Wording.Say(key)));

    private static ImmutableArray<Choice> Headings { get; } =
        [.. RepositoryContent.Edition.Librarian.Passages.Select(p => p.Section.Heading).Distinct().Take(6).Select(heading => new Choice(heading, heading))];

    [Theory]
    [MemberData(nameof(Channels))]
    public void All_content_is_within_the_limits(string channel)
    {
        var source = new Link("Thông báo", "https://vi-du.vn/thong-bao/a#b");
        foreach (var text in Texts)
        {
            Limits.Check(Fitter.Fit(Replies.Of(text), Shapes.Named(channel), Words), Shapes.Named(channel));
            Limits.Check(Fitter.Fit(Replies.Of($"{text}\n\nNguồn: [Thông báo]({source.Url}).", Headings, [source]), Shapes.Named(channel), Words), Shapes.Named(channel));
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void All_words_are_there_in_their_order_up_to_the_cut(string channel)
    {
        var (whole, cut) = (0, 0);
        foreach (var text in Texts)
        {
            var shape = Shapes.Named(channel);
            var said = Split(shape.ShowsMarkdown ? text : PlainText.Of(text));
            var seen = string.Join('\n', Fitter.Fit(Replies.Of(text), shape, Words).Select(p => p.Text));
            if (seen.EndsWith(Words.More, StringComparison.Ordinal))
            {
                var kept = Split(seen[..^Words.More.Length]);
                if (kept[^1] == "…") kept = kept[..^1];
                Assert.Equal(said[..kept.Length], kept);
                // What is cut was too much for all messages together, and most of them are full.
                Assert.InRange(PlainText.Of(text).Length, shape.TextLength * shape.MostPieces * 9 / 10, int.MaxValue);
                Assert.InRange(seen.Length, shape.TextLength * 3 / 2, shape.TextLength * shape.MostPieces + shape.MostPieces);
                cut++;
            }
            else
            {
                Assert.Equal(said, Split(seen));
                whole++;
            }
        }
        Assert.True(whole > 100);
        Assert.True(cut > 0 || channel == "Teams", "Không có văn bản nào đủ dài để thử cắt.");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void No_address_is_lost(string channel)
    {
        var source = new Link("Thông báo", "https://vi-du.vn/thong-bao/a#b");
        var found = 0;
        foreach (var text in Texts)
        {
            var pieces = Fitter.Fit(Replies.Of($"{text}\n\nNguồn: [Thông báo]({source.Url}).", [], [source]), Shapes.Named(channel), Words);
            var seen = string.Join('\n', [.. pieces.Select(p => p.Text), .. pieces.SelectMany(p => p.Links).Select(l => l.Url)]);
            Assert.Contains(source.Url, seen, StringComparison.Ordinal);
            if (seen.Contains(Ask, StringComparison.Ordinal)) continue;
            foreach (var url in Address().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';')))
            {
                Assert.Contains(url, seen, StringComparison.Ordinal);
                found++;
            }
        }
        Assert.True(found > 0);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Where_a_page_is_a_button_its_address_is_not_in_the_text(string channel)
    {
        var source = new Link("Thông báo", "https://vi-du.vn/thong-bao/a#b");
        foreach (var text in Texts)
        {
            var pieces = Fitter.Fit(Replies.Of($"{text}\n\nNguồn: [Thông báo]({source.Url}).", [], [source]), Shapes.Named(channel), Words);
            Assert.Equal(pieces.Any(p => !p.Links.IsEmpty), !pieces.Any(p => p.Text.Contains(source.Url, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_words_that_are_added_are_those_of_the_content()
    {
        Assert.EndsWith(Ask, Words.More, StringComparison.Ordinal);
        // With a number behind it, it has to be a button on the narrowest channel.
        Assert.InRange(Words.Source.Length, 1, Shapes.Messenger.ButtonTitle - 2);
        Assert.NotEqual(Words, FittingWords.Of(Wording.InEnglish(), Ask));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"https?://[^\s<>()\]]+")]
    private static partial Regex Address();
}
