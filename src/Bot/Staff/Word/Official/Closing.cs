using System.Collections.Immutable;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Official;

/// <summary>The end of an official document: who receives it and who signed it, and which blocks that takes.</summary>
internal sealed record Closing(int Start, int Length, ImmutableArray<string> Recipients, ImmutableArray<string> Signer)
{
    private const int MostSignerLines = 8;
    private const int LongestSignerLine = 80;
    private const string Title = "noi nhan";

    private static readonly string[] Offices =
    [
        "kt.", "tm.", "tl.", "tuq.", "q.", "giam doc", "chu tich", "bo truong", "thu truong", "cuc truong", "truong phong", "chanh van phong", "thu tuong",
        "vien truong", "hieu truong", "truong ban",
    ];

    /// <summary>No end of its own.</summary>
    public static Closing None { get; } = new(0, 0, [], []);

    /// <summary>Looks for the end behind a block: the last that names recipients, else a last table that somebody signs in.</summary>
    public static Closing Read(ImmutableArray<Block> blocks, int start)
    {
        for (var at = blocks.Length - 1; at >= start; at--)
        {
            var lines = HeadLine.Of(blocks[at]).ToList();
            if (lines.FindIndex(IsRecipients) is not (>= 0 and var first)) continue;
            return blocks[at] is TableBlock ? OfTable(at, lines) : OfParagraphs(blocks, at, lines, first);
        }
        for (var at = blocks.Length - 1; at >= start && at >= blocks.Length - 3; at--)
            if (blocks[at] is TableBlock { Rows.Length: <= 3 } table && HeadLine.Of(table).ToList() is { Count: <= MostSignerLines } lines
                && lines.Any(IsOffice) && lines.TrueForAll(IsShort))
                return new Closing(at, 1, [], [.. lines.Select(line => line.Text)]);
        return None;
    }

    private static Closing OfTable(int at, List<HeadLine> lines)
    {
        var isLeft = lines.First(IsRecipients).IsLeft;
        var sides = lines.ToLookup(line => line.IsLeft == isLeft);
        return new Closing(at, 1, [.. sides[true].Where(line => !IsTitle(line)).Select(Recipient)], [.. sides[false].Select(line => line.Text)]);
    }

    private static Closing OfParagraphs(ImmutableArray<Block> blocks, int at, List<HeadLine> lines, int first)
    {
        var (recipients, signer) = (new List<string>(), lines.Take(first).Select(l => l.Text).ToList());
        Divide(lines.Skip(first));
        var (end, isSigning) = (at + 1, false);
        for (; end < blocks.Length && signer.Count < MostSignerLines && blocks[end] is TextBlock { OutlineLevel: null } block; end++)
        {
            var more = HeadLine.Of(block).ToList();
            var isItem = block.Mark is not null || block.Text is ['-' or '–', ..] || block.Text.StartsWith("Lưu", StringComparison.Ordinal);
            if (!isItem && (!more.TrueForAll(IsShort) || Headings.IsMarked(block.Line) || more.Exists(IsAnnex))) break;
            isSigning |= !isItem && more.Count > 0;
            if (isSigning) signer.AddRange(more.Select(l => l.Text));
            else Divide(more);
        }
        return new Closing(at, end - at, [.. recipients], [.. signer]);

        // What tabs set apart on the right belongs to the signature.
        void Divide(IEnumerable<HeadLine> side)
        {
            foreach (var line in side)
                if (!line.IsLeft) signer.Add(line.Text);
                else if (!IsTitle(line)) recipients.Add(Recipient(line));
        }
    }

    // "Nơi nhận hồ sơ: …" is for those who hand something in.
    private static bool IsRecipients(HeadLine line) =>
        line.Folded.StartsWith(Title, StringComparison.Ordinal) && line.Folded[Title.Length..].TrimStart() is "" or [':', ..];

    private static bool IsTitle(HeadLine line) => IsRecipients(line) && line.Text.TrimEnd(' ', ':').Length <= "Nơi nhận".Length;

    private static string Recipient(HeadLine line)
    {
        var text = IsRecipients(line) && line.Text.Contains(':') ? line.Text[(line.Text.IndexOf(':') + 1)..] : line.Text;
        return text.TrimStart('-', '–', '+', '•', ' ').TrimEnd(';', '.', ' ');
    }

    private static bool IsOffice(HeadLine line)
    {
        var office = line.Folded.StartsWith("pho ", StringComparison.Ordinal) ? line.Folded[4..] : line.Folded;
        return Offices.Any(name => office.StartsWith(name, StringComparison.Ordinal));
    }

    private static bool IsAnnex(HeadLine line) => line.Folded.StartsWith("phu luc", StringComparison.Ordinal);

    private static bool IsShort(HeadLine line) => line.Text.Length <= LongestSignerLine;
}
