using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Notices.Form;
using Knowledge.Notices;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Staff.Notices.Checking;

/// <summary>What is wrong in a draft, as far as can be seen without asking it anything; its writer reads it beside the fields.</summary>
public sealed class DraftCheck(LiveContent live, TimeProvider time)
{
    private const string Ours = "/thong-bao/";
    private static readonly string[] Known = ["http", "https", "mailto", "tel"];

    /// <summary>The faults by their lines: those of the text that would be published.</summary>
    public ImmutableArray<Fault> Run(NoticeFile file, string text)
    {
        var faults = new List<Fault>();
        var published = new ContentFile(file.Path, Candidates.AsPublished(text));
        if (NoticeReader.ReadFaulty(published, faults) is { } notice && NoticeText.Read(published.Text) is { } parts)
            faults.AddRange(Dates(notice, parts).Concat(Between(notice, parts)).Concat(notice.Sections.SelectMany(section => Links(notice, section))));
        return [.. faults.Distinct().OrderBy(fault => fault.Line)];
    }

    private IEnumerable<Fault> Dates(Notice notice, NoticeText parts)
    {
        var today = VietnamTime.Day(time.GetUtcNow());
        var (from, to, _) = notice.Effective;
        Fault At(string key, string message, bool isWarning = false) => new(notice.File, parts.LineOf(key), message, isWarning);
        if (from is { } begin && to is { } end && end.Last < begin.First)
            yield return At("effective", $"ngày hết hiệu lực ({end}) trước ngày bắt đầu ({begin})");
        if (notice.Issued.First > today) yield return At("issued", $"ngày ban hành ({notice.Issued}) chưa đến", isWarning: true);
        if (notice.Reviewed > today) yield return At("reviewed", $"ngày rà soát ({VietnamTime.Write(notice.Reviewed)}) chưa đến", isWarning: true);
        if (notice.Status != NoticeStatus.Historical && to is { } over && over.Last < today)
            yield return At("effective", $"đã hết hạn {over}; hãy đổi tình trạng thành văn bản cũ", isWarning: true);
        if (notice.Source.Url is { } url && !IsWeb(url)) yield return At("source", $"«{url}» không phải địa chỉ trang web; hãy viết https://…");
    }

    // With the other notices: what it names must be there, and what it says must not be said otherwise where both hold.
    private IEnumerable<Fault> Between(Notice notice, NoticeText parts)
    {
        var today = VietnamTime.Day(time.GetUtcNow());
        var others = live.Current.Catalogue.Notices.Values.Where(other => other.File != notice.File).ToList();
        if (others.Find(other => other.Id == notice.Id) is { } same) yield return new Fault(notice.File, 1, $"đã có văn bản tên «{same.Id}» trong {same.File}");
        foreach (var id in notice.SupersededBy)
            if (id == notice.Id) yield return new Fault(notice.File, parts.LineOf("superseded-by"), "văn bản không thể thay thế chính nó");
            else if (others.TrueForAll(other => other.Id != id)) yield return new Fault(notice.File, parts.LineOf("superseded-by"), $"không có văn bản «{id}»");
        foreach (var section in notice.Sections)
            if (section.Now is { } now && Find(notice, now) is null) yield return new Fault(notice.File, section.Line, $"mục đang áp dụng «{now}» không có");
        if (!notice.HoldsOn(today)) yield break;
        foreach (var other in others.Where(other => other.HoldsOn(today)))
            foreach (var (label, value) in notice.Facts)
                if (other.Facts.TryGetValue(label, out var said) && said != value)
                    yield return new Fault(notice.File, parts.LineOf("facts"), $"«{label}: {value}» trái với «{said}» trong «{other.Title}» đang áp dụng");
    }

    private IEnumerable<Fault> Links(Notice notice, Section section)
    {
        var document = Markdown.Parse(section.Markdown + "\n\n" + section.English, NoticeReader.Pipeline);
        foreach (var url in document.Descendants<LinkInline>().Select(link => link.Url).OfType<string>().Distinct())
        {
            if (url.StartsWith(Ours, StringComparison.Ordinal))
            {
                var (id, part) = url[Ours.Length..].Split('#', 2) is [var name, var fragment] ? (name, fragment) : (url[Ours.Length..], null);
                if (part is null ? id != notice.Id && !live.Current.Catalogue.Notices.ContainsKey(id) : Find(notice, new SectionAddress(id, part)) is null)
                    yield return new Fault(notice.File, section.Line, $"đường dẫn «{url}» dẫn đến văn bản hoặc mục không có");
            }
            else if (!url.StartsWith('/') && !url.StartsWith('#') && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && Known.Contains(address.Scheme)))
                yield return new Fault(notice.File, section.Line, $"đường dẫn «{url}» không mở được; hãy viết đầy đủ https://…");
        }
    }

    private Section? Find(Notice notice, SectionAddress address) =>
        address.Notice == notice.Id ? notice.Sections.FirstOrDefault(section => section.Id == address.Section) : live.Current.Catalogue.Find(address);

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal);
}
