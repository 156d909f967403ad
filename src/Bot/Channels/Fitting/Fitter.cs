using System.Collections.Immutable;
using Bot.Protocol;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Channels.Fitting;

/// <summary>Fits a reply, which is written once, to what a channel can show.</summary>
public static class Fitter
{
    private const string Apart = "\n\n";

    private static readonly MarkdownPipeline Located = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseAutoLinks().Build();

    // In tenths, how full a message is at least: first it is parted where it reads best; only where that takes too many messages, they are filled.
    private static readonly int[] Fillings = [3, 9];

    // Where the end is lost anyway, the rest may as well read well.
    private const int FillingWhenCut = 4;

    /// <summary>The messages that a reply becomes, in their order; its buttons are below the last.</summary>
    public static ImmutableArray<Piece> Fit(Activity reply, Shape shape, FittingWords words)
    {
        var choices = Choice.Of(reply.SuggestedActions?.Actions ?? [], shape, out var list);
        var cited = Link.CitedIn(reply.Entities);
        var markdown = reply.Text ?? "";
        var read = shape.ShowsMarkdown || reply.TextFormat == "plain" ? null : PlainText.Read(markdown);

        var opened = Opened(cited, choices.Length, shape);
        if (!opened.IsEmpty)
        {
            var brief = read?.Without(opened) ?? markdown.Trim().Normalize();
            var beside = Joined(WithLinks(brief, cited, opened), list);
            if (brief.Length > 0 && beside.Length <= Math.Min(shape.LinkButtonText, shape.TextLength)) return [new Piece(beside, choices, Titled(opened, words, shape))];
        }
        var body = WithLinks(read?.Without([]) ?? markdown.Trim().Normalize(), cited, []);
        var parts = Parts(body, list, shape, words, cited);
        return [.. parts.Select((part, i) => new Piece(part, i == parts.Count - 1 ? choices : [], []))];
    }

    private static ImmutableArray<Link> Opened(ImmutableArray<Link> cited, int choices, Shape shape)
    {
        var most = Math.Min(shape.LinkButtons, shape.MostTogether - choices);
        return most <= 0 || cited.IsEmpty ? [] : [.. cited.Where(link => link.IsWeb).Take(most)];
    }

    // The names of sources are longer than any button: the text says them, in the order of the numbers.
    private static ImmutableArray<Link> Titled(ImmutableArray<Link> links, FittingWords words, Shape shape)
    {
        var titled = links.Select((link, i) => link with { Title = links.Length == 1 ? words.Source : $"{words.Source} {i + 1}" });
        return [.. titled.Select(link => link.Title.Length <= shape.ButtonTitle ? link : link with { Title = link.Title[..Seam.Within(link.Title, shape.ButtonTitle)] })];
    }

    // A source that is neither a button nor named in the text would be lost.
    private static string WithLinks(string text, ImmutableArray<Link> cited, ImmutableArray<Link> opened)
    {
        foreach (var link in cited)
            if (!opened.Contains(link) && !link.StandsIn(text)) text = Joined(text, link.Title.Length > 0 ? $"{link.Title} ({link.Url})" : link.Url);
        return text;
    }

    private static List<string> Parts(string body, string list, Shape shape, FittingWords words, ImmutableArray<Link> cited)
    {
        var text = Joined(body, list);
        if (text.Length <= shape.TextLength) return text.Length > 0 ? [text] : [];
        var whole = shape.ShowsMarkdown ? Whole(text, shape.TextLength) : [];
        foreach (var filling in Fillings)
        {
            var parts = Parted(text, 0, shape, shape.MostPieces, filling, whole, out var end);
            if (end == text.Length) return parts;
        }
        return Cut(body, list, shape, words, cited, whole);
    }

    // At most so many parts, and where the last of them ends.
    private static List<string> Parted(string text, int start, Shape shape, int most, int filling, IReadOnlyList<(int From, int To)> whole, out int end)
    {
        var parts = new List<string>();
        while (start < text.Length && parts.Count < most)
        {
            var to = text.Length - start <= shape.TextLength ? text.Length : Seam.After(text, start, shape.TextLength, shape.TextLength * filling / 10, whole);
            parts.Add(text.AsSpan(start, to - start).TrimEnd().ToString());
            start = to;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        }
        end = start;
        return parts;
    }

    private static List<string> Cut(string body, string list, Shape shape, FittingWords words, ImmutableArray<Link> cited, IReadOnlyList<(int From, int To)> whole)
    {
        var parts = Parted(body, 0, shape, Math.Max(shape.MostPieces, 1) - 1, FillingWhenCut, whole, out var start);
        var half = shape.TextLength / 2;
        var closing = words.More.Length <= half ? words.More : "";
        if (list.Length + closing.Length <= half) closing = Joined(list, closing);
        // Room for the sources, which stand at a reply's end; those that were said before it are not said again.
        var sources = new List<string>();
        var room = shape.TextLength - closing.Length - 2 * Apart.Length - 2;
        foreach (var link in cited)
        {
            var line = $"{words.Source}: {link.Url}";
            if (room - line.Length < half / 2) break;
            room -= line.Length + 1;
            sources.Add(line);
        }
        var end = body.Length - start <= room ? body.Length : Seam.After(body, start, Math.Max(room, 1), room * FillingWhenCut / 10, whole);
        var kept = body[..end];
        var lost = cited.Zip(sources).Where(pair => !pair.First.StandsIn(kept)).Select(pair => pair.Second);
        var last = body[start..end].Trim();
        if (end < body.Length && last.Length > 0 && last[^1] is not ('.' or '!' or '?' or '…')) last += " …";
        last = Joined(last, string.Join('\n', lost));
        last = Joined(last, closing);
        if (last.Length > 0) parts.Add(last);
        return parts;
    }

    private static string Joined(string text, string more) => more.Length == 0 ? text : text.Length == 0 ? more : text + Apart + more;

    // What would no longer be markdown in two halves: a link, words in bold.
    private static List<(int From, int To)> Whole(string markdown, int length) =>
        [.. Markdown.Parse(markdown, Located).Descendants<Inline>().Where(inline => inline is LinkInline or EmphasisInline or CodeInline && inline.Span.Length <= length).Select(inline => (inline.Span.Start, inline.Span.End + 1))];
}
