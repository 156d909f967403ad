using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Channels.Fitting;

/// <summary>Markdown as the text that a chat without markdown can show.</summary>
public sealed class PlainText
{
    private const string Between = " – ";

    private static readonly MarkdownPipeline Pipeline = Build();

    private readonly string markdown;
    private readonly MarkdownDocument document;
    private readonly StringBuilder text;
    private ImmutableArray<Link> elsewhere = [];

    // Line breaks that are due before the next word: a block that turns out empty leaves none behind.
    private int breaks;
    private int depth;

    private PlainText(string markdown)
    {
        this.markdown = markdown;
        document = Markdown.Parse(markdown, Pipeline);
        text = new StringBuilder(markdown.Length + 64);
    }

    /// <summary>The text of a markdown, in NFC.</summary>
    public static string Of(string markdown) => Read(markdown).Without([]);

    /// <summary>Reads a markdown that is to be written more than once.</summary>
    public static PlainText Read(string markdown) => new(markdown);

    /// <summary>The text, where the addresses of some links are shown elsewhere: of those only the label is written.</summary>
    public string Without(ImmutableArray<Link> links)
    {
        elsewhere = links;
        (breaks, depth) = (0, 0);
        text.Clear();
        Write(document, isWithin: false);
        return text.ToString().Trim().Normalize();
    }

    private void Write(ContainerBlock blocks, bool isWithin)
    {
        Block? before = null;
        foreach (var block in blocks)
        {
            if (before is not null) Break(isWithin || before is HeadingBlock || (block is ListBlock && before is not ListBlock && IsNext(before, block)) ? 1 : 2);
            Write(block, isWithin);
            before = block;
        }
    }

    private void Write(Block block, bool isWithin)
    {
        switch (block)
        {
            case ListBlock list: WriteList(list); break;
            case Table table: WriteTable(table); break;
            case LinkReferenceDefinitionGroup definitions: WriteUnused(definitions); break;
            case ContainerBlock blocks: Write(blocks, isWithin); break;
            case CodeBlock code: WriteCode(code); break;
            case ThematicBreakBlock: Put("———"); break;
            case LeafBlock leaf: Write(leaf.Inline); break;
        }
    }

    private void WriteList(ListBlock list)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list)
        {
            Break(1);
            if (list.IsOrdered) Put($"{number++}{list.OrderedDelimiter} ");
            else Put("• ");
            depth++;
            Write((ContainerBlock)item, isWithin: true);
            depth--;
        }
    }

    // A line a row, the head's first. Where a cell is empty, its neighbours' places no longer tell what they are: they are named.
    private void WriteTable(Table table)
    {
        string[] names = [];
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.Select(cell => Alone((TableCell)cell)).ToArray();
            if (row.IsHeader) names = cells;
            var isNamed = !row.IsHeader && cells.Contains("");
            Break(1);
            Put(string.Join(Between, cells.Select((cell, i) => cell.Length > 0 && isNamed && i > 0 && i < names.Length && names[i].Length > 0 ? names[i] + ": " + cell : cell).Where(cell => cell.Length > 0)));
        }
    }

    private string Alone(TableCell cell)
    {
        var (mark, due) = (text.Length, breaks);
        breaks = 0;
        Write(cell, isWithin: true);
        var alone = text.ToString(mark, text.Length - mark).Trim().Replace('\n', ' ');
        text.Length = mark;
        breaks = due;
        return alone;
    }

    private void WriteCode(CodeBlock code)
    {
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i].Slice.AsSpan().TrimEnd();
            if (i > 0) Break(line.IsEmpty ? 2 : 1);
            Put(line);
        }
    }

    // "[1]: phụ-lục" is read as an address for "[1]"; where nothing refers to it, it was meant as words.
    private void WriteUnused(LinkReferenceDefinitionGroup definitions)
    {
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        foreach (var definition in definitions.OfType<LinkReferenceDefinition>().Where(d => !used.Contains(d)))
        {
            Break(1);
            Put($"[{definition.Label}]: {definition.Url} {definition.Title}");
        }
    }

    private void Write(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal: PutWords(literal.Content.AsSpan()); break;
                case LinkInline link: WriteLink(link); break;
                case AutolinkInline link: Put(link.Url); break;
                case CodeInline code: Put(code.Content); break;
                case LineBreakInline: Break(1); break;
                case HtmlEntityInline entity: Put(entity.Transcoded.AsSpan()); break;
                case HtmlInline html:
                    if (html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase)) Break(1);
                    break;
                case ContainerInline inner:
                    if (inner is DelimiterInline delimiter) Put(delimiter.ToLiteral());
                    Write(inner);
                    break;
            }
        }
    }

    private void WriteLink(LinkInline link)
    {
        var url = link.Url ?? "";
        // An address that the author wrote without marks stays as it was written.
        if (link.IsAutoLink || (url.Length == 0 && link.FirstChild is not null))
        {
            Write(link);
            return;
        }
        var target = url.AsSpan();
        if (target.StartsWith("mailto:") || target.StartsWith("tel:")) target = target[(target.IndexOf(':') + 1)..];
        if (target.IsEmpty) return;
        PutBreaks();
        var mark = text.Length;
        Write(link);
        if (text.Length == mark || Says(mark, target) || (target.StartsWith("https://") && Says(mark, target[8..].TrimEnd('/'))))
        {
            text.Length = mark;
            Put(target);
        }
        else if (!IsElsewhere(url))
        {
            Put(" (");
            Put(target);
            Put(")");
        }
    }

    private bool IsElsewhere(string url)
    {
        foreach (var link in elsewhere) if (link.Url == url) return true;
        return false;
    }

    private bool Says(int mark, ReadOnlySpan<char> words)
    {
        if (text.Length - mark != words.Length) return false;
        for (var i = 0; i < words.Length; i++) if (text[mark + i] != words[i]) return false;
        return true;
    }

    // A list that its paragraph leads to without a blank line stays with it.
    private bool IsNext(Block before, Block block)
    {
        var (from, to) = (before.Span.End + 1, block.Span.Start);
        return from <= to && to <= markdown.Length && markdown.AsSpan(from, to - from).Count('\n') < 2;
    }

    private void Break(int lines) => breaks = Math.Max(breaks, lines);

    // What was dropped before it (a tag, a break) leaves no blank of its own.
    private void PutWords(ReadOnlySpan<char> words) => Put(breaks > 0 || text.Length == 0 || text[^1] is ' ' or '\n' ? words.TrimStart(' ') : words);

    private void Put(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) return;
        PutBreaks();
        text.Append(words);
    }

    private void PutBreaks()
    {
        if (breaks == 0) return;
        while (text.Length > 0 && text[^1] is ' ' or '\t') text.Length--;
        if (text.Length > 0) text.Append('\n', breaks).Append(' ', 2 * depth);
        breaks = 0;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks();
        // Without the block, a tag is dropped alone and the words between two of them stay.
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.Build();
    }
}
