using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Web;

/// <summary>Markdown as HTML for our pages: no raw HTML, no pictures from elsewhere, no link that runs something.</summary>
public static class Markup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly string[] Safe = ["http", "https", "mailto", "tel"];

    /// <summary>Renders with headings no higher than <paramref name="topHeading"/>, the level below the one they stand under.</summary>
    public static string ToHtml(string markdown, int topHeading)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Clamp(heading.Level, topHeading, 6);
        // A column that is told how to stand would be told so in a style, which our pages do not let through.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions)) column.Alignment = null;
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (!IsSafe(link.Url)) link.ReplaceBy(new ContainerInline());
            else if (IsForeign(link.Url)) Distance(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsSafe(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
            else if (!link.IsEmail) Distance(link);
        }
        return document.ToHtml(Pipeline);
    }

    private static void Distance(IMarkdownObject link) => link.GetAttributes().AddProperty("rel", "noopener nofollow");

    private static bool IsForeign(string? url) => url!.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string? url) => !string.IsNullOrWhiteSpace(url) &&
        (url[0] is '/' or '#' or '?' || (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && Safe.Contains(absolute.Scheme)));
}
