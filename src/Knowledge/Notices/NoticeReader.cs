using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Knowledge.Notices;

/// <summary>Reads a notice from its markdown file: YAML front matter, then a section for each heading of the second level.</summary>
public static partial class NoticeReader
{
    /// <summary>The folder below content that holds notices.</summary>
    public const string Folder = "notices/";

    // What stands for the number of a document that leaves it blank; one whose number is only not known here has null.
    private const string Unnumbered = "none";

    /// <summary>Headings may carry {#id audience=… stated=no now=…}; HTML is never let through.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().UseGenericAttributes().UseAutoLinks().UsePreciseSourceLocation().DisableHtml().Build();

    /// <summary>The notice of a file, or null when it is too faulty to answer from; every fault is reported at its line.</summary>
    public static Notice? Read(ContentFile file, ICollection<Fault> faults)
    {
        var found = new List<Fault>();
        var notice = Read(file, (ICollection<Fault>)found, out var isDraft);
        foreach (var fault in found) faults.Add(fault);
        return isDraft || found.Any(f => !f.IsWarning) ? null : notice;
    }

    /// <summary>The notice as far as it can be read, however faulty, for its writer to look at; null without a front matter.</summary>
    public static Notice? ReadFaulty(ContentFile file, ICollection<Fault> faults) => Read(file, faults, out _);

    private static Notice? Read(ContentFile file, ICollection<Fault> faults, out bool isDraft)
    {
        isDraft = false;
        var text = file.Text.ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            faults.Add(new Fault(file.Path, 1, "tệp phải bắt đầu bằng phần «---» … «---»"));
            return null;
        }
        if (FrontMatter.Read(file.Path, 2, text[4..(end + 1)], faults) is not { } head) return null;
        var notice = ReadHead(file.Path, head, faults);
        isDraft = notice.Status == NoticeStatus.Draft;
        var questions = ReadQuestions(file.Path, head, faults);
        var amounts = head.Map("amounts")?.Amounts().ToDictionary(a => a.Section, a => (a.Line, a.Amount)) ?? [];
        var audience = head.OptionalText("audience") ?? "citizen";
        head.ReportUnknownKeys();
        var bodyStart = end + 5;
        var bodyLine = text.AsSpan(0, bodyStart).Count('\n') + 1;
        var sections = ReadSections(file.Path, text[bodyStart..], bodyLine, audience, questions, faults);
        foreach (var (section, (line, _)) in amounts.Where(a => sections.All(s => s.Id != a.Key))) faults.Add(new Fault(file.Path, line, $"có số tiền cho mục «{section}» nhưng không có mục đó"));
        return notice with { Sections = [.. sections.Select(s => amounts.TryGetValue(s.Id, out var paid) ? s with { Amount = paid.Amount } : s)] };
    }

    private static Notice ReadHead(string path, FrontMatter head, ICollection<Fault> faults)
    {
        var effective = head.Map("effective");
        var source = head.Map("source");
        if (source is null) faults.Add(new Fault(path, head.LineOf("source"), "thiếu «source»: mỗi văn bản phải ghi nguồn"));
        var status = ReadStatus(path, head, faults);
        var number = head.OptionalText("number");
        // A draft may lack what its writer does not know yet; what it says must be right.
        var isUnfinished = status == NoticeStatus.Draft;
        var notice = new Notice
        {
            Id = Path.GetFileNameWithoutExtension(path),
            File = path,
            Title = Needed("title"),
            Kind = head.Text("kind"),
            Document = head.OptionalText("document") ?? head.OptionalText("kind") ?? "",
            Number = number == Unnumbered ? null : number,
            IsUnnumbered = number == Unnumbered,
            Issuer = Needed("issuer"),
            Issued = head.Date("issued") ?? (isUnfinished ? new PartialDate(1) : Missing(path, head, "issued", faults)),
            Effective = new Effect(effective?.Date("from"), effective?.Date("to"), effective?.OptionalText("note")),
            Status = status,
            SupersededBy = [.. head.Texts("superseded-by")],
            Source = source is null ? new NoticeSource("", null, default) : new NoticeSource(source.Text("name"), source.OptionalText("url"), source.Day("seen")),
            Reviewed = head.Day("reviewed"),
            Code = head.OptionalText("code"),
            Recipients = [.. head.Texts("recipients")],
            Signer = [.. head.Texts("signer")],
            Facts = head.Map("facts")?.Pairs().ToImmutableDictionary(p => p.Key, p => p.Value) ?? ImmutableDictionary<string, string>.Empty,
        };
        effective?.ReportUnknownKeys();
        source?.ReportUnknownKeys();
        var folder = path.Split('/') is [_, var kind, _] ? kind : "";
        if (folder != Slug(notice.Kind)) faults.Add(new Fault(path, head.LineOf("kind"), $"văn bản loại «{notice.Kind}» phải nằm trong thư mục notices/{Slug(notice.Kind)}/"));
        if (notice.Id != Slug(notice.Id)) faults.Add(new Fault(path, 1, "tên tệp chỉ gồm chữ thường không dấu, số và dấu gạch nối"));
        return notice;

        string Needed(string key) => isUnfinished ? head.OptionalText(key) ?? "" : head.Text(key);
    }

    private static PartialDate Missing(string path, FrontMatter head, string key, ICollection<Fault> faults)
    {
        if (head.OptionalText(key) is null) faults.Add(new Fault(path, 2, $"thiếu «{key}»"));
        return new PartialDate(1);
    }

    private static NoticeStatus ReadStatus(string path, FrontMatter head, ICollection<Fault> faults)
    {
        switch (head.OptionalText("status"))
        {
            case "in-force": return NoticeStatus.InForce;
            case "unconfirmed": return NoticeStatus.Unconfirmed;
            case "historical": return NoticeStatus.Historical;
            case "draft": return NoticeStatus.Draft;
            default:
                faults.Add(new Fault(path, head.LineOf("status"), "«status» phải là in-force, unconfirmed, historical hoặc draft"));
                return NoticeStatus.Draft;
        }
    }

    private static Dictionary<string, (int Line, List<ExampleQuestion> Questions)> ReadQuestions(string path, FrontMatter head, ICollection<Fault> faults)
    {
        var questions = new Dictionary<string, (int, List<ExampleQuestion>)>();
        foreach (var (section, line, list) in head.Map("questions")?.Questions() ?? [])
            if (!questions.TryAdd(section, (line, list)))
                faults.Add(new Fault(path, line, $"mục «{section}» có hai danh sách câu hỏi"));
        return questions;
    }

    private static ImmutableArray<Section> ReadSections(
        string path, string body, int bodyLine, string audience, Dictionary<string, (int Line, List<ExampleQuestion> Questions)> questions, ICollection<Fault> faults)
    {
        if (Parse(body) is not { } document)
        {
            faults.Add(new Fault(path, bodyLine, "các dấu lồng nhau quá sâu, như quá nhiều dấu > hay gạch đầu dòng trong một dòng"));
            return [];
        }
        var headings = document.OfType<HeadingBlock>().Where(h => h.Level == 2).ToList();
        if (headings.Count == 0) faults.Add(new Fault(path, bodyLine, "không có mục nào (dòng bắt đầu bằng «## »)"));
        else if (document[0] != headings[0]) faults.Add(new Fault(path, bodyLine + document[0].Line, "chữ đứng trước mục đầu tiên sẽ không được dùng để trả lời", IsWarning: true));
        var sections = ImmutableArray.CreateBuilder<Section>();
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : body.Length;
            var section = ReadSection(path, headings[i], body[..end], bodyLine, audience, faults);
            if (questions.Remove(section.Id, out var asked)) section = section with { Questions = [.. asked.Questions] };
            if (sections.Any(s => s.Id == section.Id)) faults.Add(new Fault(path, section.Line, $"hai mục cùng mang mã «{section.Id}»"));
            sections.Add(section);
        }
        foreach (var (id, (line, _)) in questions) faults.Add(new Fault(path, line, $"có câu hỏi cho mục «{id}» nhưng không có mục đó"));
        return sections.ToImmutable();
    }

    /// <summary>The text as the sections are read from it; null where its marks are nested deeper than anybody means.</summary>
    public static MarkdownDocument? Parse(string body)
    {
        try
        {
            return Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Section ReadSection(string path, HeadingBlock heading, string until, int bodyLine, string audience, ICollection<Fault> faults)
    {
        var line = bodyLine + heading.Line;
        var attributes = heading.TryGetAttributes();
        var title = string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(text => text.Content.ToString())).Trim();
        var headingEnd = until.IndexOf('\n', heading.Span.Start);
        var markdown = headingEnd < 0 ? "" : until[headingEnd..].Trim();
        string? english = null;
        if (EnglishHeading().Match(markdown) is { Success: true } match) (markdown, english) = (markdown[..match.Index].Trim(), markdown[(match.Index + match.Length)..].Trim());
        var section = new Section
        {
            Id = attributes?.Id ?? Slug(title),
            Heading = title,
            Markdown = markdown,
            English = english,
            Text = Markdown.ToPlainText(markdown, Pipeline).Trim(),
            Audience = audience,
            Line = line,
        };
        if (markdown.Length == 0) faults.Add(new Fault(path, line, $"mục «{title}» không có nội dung"));
        foreach (var (key, value) in attributes?.Properties ?? [])
        {
            switch (key)
            {
                case "audience" when value is { Length: > 0 }:
                    section = section with { Audience = value };
                    break;
                case "stated" when value is "no" or "yes":
                    section = section with { IsStated = value == "yes" };
                    break;
                case "now" when SectionAddress.TryParse(value, out var now):
                    section = section with { Now = now };
                    break;
                default:
                    faults.Add(new Fault(path, line, $"không hiểu «{key}={value}»; một mục chỉ có audience=…, stated=no và now=văn-bản#mục"));
                    break;
            }
        }
        return section;
    }

    [GeneratedRegex(@"^### English *$", RegexOptions.Multiline)]
    private static partial Regex EnglishHeading();

    /// <summary>A text as part of an address: lower case, no diacritics, dashes between words.</summary>
    public static string Slug(string text)
    {
        var letters = Analysis.Letters.Fold(text.Normalize().ToLowerInvariant().Replace('đ', 'd')).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ').ToArray();
        return string.Join('-', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The same, cut between two words where it is longer.</summary>
    public static string Slug(string text, int longest)
    {
        var slug = Slug(text);
        return slug.Length <= longest ? slug : slug[..(slug.LastIndexOf('-', longest) is > 0 and var end ? end : longest)];
    }
}
