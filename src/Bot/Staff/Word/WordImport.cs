using System.Collections.Immutable;
using Bot.Staff.Word.Official;
using Bot.Staff.Word.Reading;
using Bot.Staff.Word.Writing;
using Knowledge.Notices;

namespace Bot.Staff.Word;

/// <summary>Makes a draft of a notice from a Word file; nothing outside of the file is looked at.</summary>
public static class WordImport
{
    private const string Head = "phần đầu văn bản";
    private const string End = "phần cuối văn bản";
    private const int LongestName = 200;
    private const int LongestLine = 10_000;

    /// <summary>Reads a .docx file, which may be anything.</summary>
    /// <param name="file">The file.</param>
    /// <param name="today">The day that it was seen and reviewed.</param>
    /// <param name="kind">The kind of the notice; null for the one that suits the document.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <exception cref="BadWordFileException">It is no Word file, or refused.</exception>
    public static WordDraft Read(Stream file, DateOnly today, string? kind = null, WordLimits? limits = null)
    {
        try
        {
            using var document = WordFile.Open(file, limits ?? new WordLimits());
            return Draft(DocumentReader.Read(document.MainDocumentPart!), today, kind);
        }
        // The library fails at damaged files in many ways, late ones among them: it reads values when they are asked for.
        catch (Exception error) when (error is not (BadWordFileException or OutOfMemoryException))
        {
            throw new BadWordFileException("Tệp bị hỏng hoặc không phải là tệp Word .docx.", error);
        }
    }

    private static WordDraft Draft(ReadDocument document, DateOnly today, string? kind)
    {
        var blocks = document.Blocks;
        var head = Letterhead.Read(blocks);
        var title = head.Subject is { } subject
            ? new DocumentTitle(head.Length, DocumentType.Letter, DocumentTitle.About(subject))
            : DocumentTitle.Read(blocks, head.Length);
        var closing = Closing.Read(blocks, title.Length);
        var type = title.Type ?? DocumentType.Signed(head.Number);

        var left = new LeftOut();
        var sections = new SectionWriter(left);
        Pass(blocks[..title.Length], Head, sections, left);
        for (var at = title.Length; at < blocks.Length; at++)
            if (at < closing.Start || at >= closing.Start + closing.Length) sections.Add(blocks[at]);
        Pass(blocks.AsSpan(closing.Start, closing.Length).ToImmutableArray(), End, sections, left);
        var written = sections.Finish();
        if (written.Count == 0) throw new BadWordFileException("Tệp Word không có chữ nào để nhập (có thể chỉ là ảnh quét).");

        var front = new FrontMatterText
        {
            Title = title.Text, Kind = kind ?? type?.Kind ?? DocumentType.Announcement, Document = type?.Name, Number = head.Number,
            Issuer = head.Issuer is { } issuer ? AsInText(issuer, blocks) : null, Issued = head.Issued, Today = today,
            Recipients = closing.Recipients, Signer = closing.Signer,
        };
        var markdown = front + string.Join('\n', written);
        var whole = new LeftOut();
        whole.Add(head.LeftOver.Concat(document.Remarks), null);
        return new WordDraft(markdown.Normalize(), [.. Said(front, type, kind), .. whole.Lines, .. left.Lines]);
    }

    private static IEnumerable<string> Said(FrontMatterText front, DocumentType? type, string? kind)
    {
        yield return $"Không tìm thấy trong tệp, bản nháp để trống: {string.Join(", ", front.Missing)}";
        if (type is null && kind is null) yield return $"kind: không rõ loại văn bản, tạm ghi «{front.Kind}»";
    }

    // What is not written as text can still have held something, or refer to notes.
    private static void Pass(ImmutableArray<Block> blocks, string place, SectionWriter sections, LeftOut left)
    {
        foreach (var block in blocks)
        {
            left.Add(block.Remarks, place);
            sections.AddNotes(block is TableBlock table ? table.Paragraphs.SelectMany(p => p.Notes) : ((TextBlock)block).Notes);
        }
    }

    // Heads are written in capitals; the text itself mostly names the body once as it is spelt.
    private static string AsInText(string issuer, ImmutableArray<Block> blocks)
    {
        if (issuer.Length > LongestName || !Headings.IsUpper(issuer)) return issuer;
        foreach (var line in blocks.OfType<TextBlock>().Select(b => b.Line).Where(line => line.Length <= LongestLine))
            for (var at = 0; (at = line.IndexOf(issuer, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
                if (line.AsSpan(at, issuer.Length) is var found && char.IsUpper(found[0]) && !Headings.IsUpper(found.ToString())) return found.ToString();
        return issuer;
    }
}
