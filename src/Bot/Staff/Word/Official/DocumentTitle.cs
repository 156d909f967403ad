using System.Collections.Immutable;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Official;

/// <summary>What a document is and what it is about, as it stands in large letters above its text; null what is not there.</summary>
internal sealed record DocumentTitle(int Length, DocumentType? Type, string? Text)
{
    private const int Longest = 300;

    /// <summary>Reads on from a block; <see cref="Length"/> is where the text itself begins.</summary>
    public static DocumentTitle Read(ImmutableArray<Block> blocks, int start)
    {
        var at = Next(blocks, start);
        if (at == blocks.Length || blocks[at] is not TextBlock first) return new DocumentTitle(start, null, null);
        var lines = new List<string>();
        DocumentType? type = null;
        if (Lines(first) is [var name, .. var rest] && (first.IsCentred || first.IsBold) && DocumentType.Named(name) is { } named)
        {
            (type, at) = (named, at + 1);
            lines.AddRange(rest);
        }
        else if (!first.IsTitle && !(first.IsCentred && first.IsBold) && !IsOnlyTopHeading(blocks, first)) return new DocumentTitle(start, null, null);
        else
        {
            at++;
            lines.AddRange(Lines(first));
        }
        while (at < blocks.Length && blocks[at] is TextBlock more && Continues(more, lines)) (lines, at) = ([.. lines, .. Lines(more)], at + 1);
        return new DocumentTitle(at, type, lines.Count > 0 ? About(string.Join(' ', lines)) : null);
    }

    /// <summary>A subject without "V/v" and "Về việc", with a capital.</summary>
    public static string About(string title)
    {
        var text = HeadPatterns.Subject().Match(title) is { Success: true } about ? about.Groups["subject"].Value : title;
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // A line in capitals below one that is not is the authority that decides, no title.
    private static bool Continues(TextBlock block, List<string> lines) =>
        block.HasWords && block.IsCentred && (block.IsBold || block.IsTitle) && block.OutlineLevel is null && !Headings.IsMarked(block.Line)
        && block.Line.Length + lines.Sum(line => line.Length) <= Longest && !(Headings.IsUpper(block.Line) && lines.Count > 0 && !Headings.IsUpper(lines[^1]));

    // A note is kept with the first section; its number is no part of the title.
    private static List<string> Lines(TextBlock block) =>
        [.. block.Lines().Where(line => line.HasWords).Select(line => block.Notes.Aggregate(line.Line, (text, note) => text.Replace(note.Mark, "")))];

    private static bool IsOnlyTopHeading(ImmutableArray<Block> blocks, TextBlock first) =>
        first.OutlineLevel == 1 && blocks.OfType<TextBlock>().Count(b => b.OutlineLevel == 1) == 1;

    private static int Next(ImmutableArray<Block> blocks, int at)
    {
        while (at < blocks.Length && blocks[at] is TextBlock { HasWords: false }) at++;
        return at;
    }
}
