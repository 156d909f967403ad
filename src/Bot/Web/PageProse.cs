namespace Bot.Web;

/// <summary>A page that staff write: a title, the paragraph below it, and the rest, ready to be shown.</summary>
public sealed record PageProse(string Title, string Lead, string Rest)
{
    /// <summary>Reads "# title", then everything before the first "## " as the lead.</summary>
    public static PageProse Read(string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n").Trim();
        var end = text.IndexOf('\n', StringComparison.Ordinal) is var line and >= 0 ? line : text.Length;
        var body = text[end..].Trim();
        var rest = ("\n" + body).IndexOf("\n## ", StringComparison.Ordinal) is var heading and >= 0 ? heading : body.Length;
        return new PageProse(text[..end].TrimStart('#', ' '), Markup.ToHtml(body[..rest], 2), Markup.ToHtml(body[rest..], 2));
    }
}
