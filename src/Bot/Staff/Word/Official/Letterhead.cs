using System.Collections.Immutable;
using Bot.Staff.Word.Reading;
using Knowledge.Notices;

namespace Bot.Staff.Word.Official;

/// <summary>The head of an official document, from the issuing body to the date; what has no place in front matter is left over, in words for staff.</summary>
internal sealed record Letterhead(int Length, string? Issuer, string? Number, PartialDate? Issued, string? Subject, ImmutableArray<Remark> LeftOver)
{
    // A head that is written without a table takes a paragraph a line.
    private const int MostBlocks = 12;
    private const int MostBeforeTheState = 6;

    /// <summary>No head at all.</summary>
    public static Letterhead None { get; } = new(0, null, null, null, null, []);

    public static Letterhead Read(ImmutableArray<Block> blocks)
    {
        var head = blocks.Select((block, at) => (At: at, Lines: HeadLine.Of(block).ToList())).Where(b => b.Lines.Count > 0).Take(MostBlocks).ToList();
        if (!head.Take(MostBeforeTheState).SelectMany(b => b.Lines).Any(line => line.IsNational)) return None;
        // Once all three are there, no later line belongs to the head, whatever it looks like.
        int[] found = [First(line => line.IsNational), First(IsNumber), First(IsDate)];
        var last = found.Contains(-1) ? head.FindLastIndex(b => b.Lines.Any(line => line.IsNational || IsNumber(line) || IsDate(line))) : found.Max();
        return Read(head[last].At + 1, [.. head.Take(last + 1).SelectMany(b => b.Lines)]);

        int First(Func<HeadLine, bool> isThat) => head.FindIndex(b => b.Lines.Any(isThat));
    }

    private static bool IsNumber(HeadLine line) => HeadPatterns.Number().IsMatch(line.Text);

    private static bool IsDate(HeadLine line) => HeadPatterns.Date().IsMatch(line.Text);

    private static Letterhead Read(int length, ImmutableArray<HeadLine> lines)
    {
        var (names, subject, left) = (new List<HeadLine>(), new List<string>(), new List<Remark>());
        (string? number, PartialDate? issued, var isNumbered) = (null, null, false);
        foreach (var line in lines)
        {
            if (line.IsNational) continue;
            if (!isNumbered && HeadPatterns.Number().Match(line.Text) is { Success: true } numbered)
            {
                isNumbered = true;
                var written = string.Concat(numbered.Groups["number"].Value.Where(c => !char.IsWhiteSpace(c)));
                if (HeadPatterns.FilledNumber().IsMatch(written)) number = written;
                else left.Add(new Remark("number: văn bản để trống số, nếu đúng vậy hãy ghi none", line.Text));
            }
            else if (issued is null && HeadPatterns.Date().Match(line.Text) is { Success: true } date)
            {
                issued = HeadPatterns.Read(date);
                if (issued is not { Day: not null }) left.Add(new Remark("issued: văn bản không ghi đủ ngày tháng năm", line.Text));
                if (date.Groups["place"].Value.Trim() is { Length: > 0 } place) left.Add(new Remark("Nơi ban hành", place));
            }
            else if (line.IsLeft && HeadPatterns.Subject().Match(line.Text) is { Success: true } about) subject.Add(about.Groups["subject"].Value);
            else if (line.IsLeft && subject.Count > 0) subject.Add(line.Text);
            else if (line.IsLeft && !isNumbered) names.Add(line);
            else left.Add(new Remark("Dòng ở phần đầu văn bản", line.Text));
        }
        var issuer = names.Any(n => n.IsBold) && !names.All(n => n.IsBold) ? names.FindAll(n => n.IsBold) : names.TakeLast(1).ToList();
        left.AddRange(names.Except(issuer).Select(name => new Remark("Cơ quan chủ quản", name.Text)));
        left.Add(new Remark("Quốc hiệu và tiêu ngữ"));
        return new Letterhead(length, Joined(issuer.Select(n => n.Text)), number, issued, Joined(subject), [.. left]);
    }

    private static string? Joined(IEnumerable<string> parts) => string.Join(' ', parts) is { Length: > 0 } text ? text : null;
}
