using System.Text.RegularExpressions;
using Bot.Content;
using Knowledge.Notices;

namespace Bot.Staff.Notices;

/// <summary>Reads the content as it would be with one notice written otherwise.</summary>
public sealed partial class Candidates(LiveContent live)
{
    /// <summary>The content on disk with a notice as it would be published; null, as by taking it away.</summary>
    public Candidate With(NoticeFile file, string? text)
    {
        var (files, reading) = new ContentFolder(live.Folder).Read();
        var others = files.Where(f => f.Path != file.Path).ToList();
        var own = text is null ? [] : (ContentFile[])[new ContentFile(file.Path, AsPublished(text))];
        ContentFile[] all = [.. others.Concat(own).OrderBy(f => f.Path, StringComparer.Ordinal)];
        // What is faulty elsewhere goes on as it was, as it does now; of the notice itself the faults tell that its text is not what answers.
        var edition = Edition.Read(all, reading.Where(f => f.File != file.Path), live.Current, out var faults)!;
        var wrong = faults.Where(f => f.File == file.Path).ToList();
        // Told of the one that is read later, which may be the other.
        if (text is not null && wrong.All(f => f.IsWarning) && others.FirstOrDefault(f => NoticeFile.Of(f.Path)?.Name == file.Name) is { } namesake)
            wrong.Add(new Fault(file.Path, 1, $"trùng tên với {namesake.Path}; mỗi văn bản cần một tên tệp riêng"));
        // What becomes wrong elsewhere by it: a file that leads to a section which is gone.
        else wrong.AddRange(faults.Where(f => f.File != file.Path && !live.Current.Faults.Contains(f)).Select(f => new Fault(file.Path, 1, $"{f.File}: {f.Message}", f.IsWarning)));
        if (text is not null && wrong.All(f => f.IsWarning) && !edition.Catalogue.Notices.ContainsKey(file.Name))
            wrong.Add(new Fault(file.Path, 1, "không đọc được thành văn bản để trả lời; xem lại «status»"));
        return new Candidate(edition, [.. wrong]);
    }

    /// <summary>The text that is published of a draft: one that calls itself a draft is in force from then on.</summary>
    public static string AsPublished(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        return end < 0 ? text : DraftStatus().Replace(text[..end], "status: in-force", 1) + text[end..];
    }

    [GeneratedRegex(@"^[""']?status[""']?[ \t]*:[ \t]*[""']?draft[""']?[ \t]*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex DraftStatus();
}
