using System.Collections.Immutable;

namespace Knowledge.Notices;

/// <summary>The notices that answer now, by id: of a faulty file the last good version.</summary>
public sealed record Catalogue(ImmutableSortedDictionary<string, Notice> Notices, ImmutableArray<Fault> Faults)
{
    public static Catalogue Empty { get; } = new(ImmutableSortedDictionary.Create<string, Notice>(StringComparer.Ordinal), []);

    // What each file was read as: most are the same the next time, and reading takes longer than comparing.
    private ImmutableDictionary<string, ReadFile> Files { get; init; } = ImmutableDictionary<string, ReadFile>.Empty;

    /// <summary>Reads the notices among the files; where a file is faulty its notice in <paramref name="previous"/> goes on answering.</summary>
    public static Catalogue Read(IEnumerable<ContentFile> files, Catalogue previous)
    {
        var faults = new List<Fault>();
        var read = ImmutableDictionary.CreateBuilder<string, ReadFile>();
        var notices = ImmutableSortedDictionary.CreateBuilder<string, Notice>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => f.Path.StartsWith(NoticeReader.Folder, StringComparison.Ordinal) && f.Path.EndsWith(".md", StringComparison.Ordinal)))
        {
            var one = read[file.Path] = previous.Files.GetValueOrDefault(file.Path) is { } known && known.Text == file.Text ? known : ReadFile.Of(file);
            faults.AddRange(one.Faults);
            var notice = one.Notice;
            if (notice is null && one.Faults.Any(f => !f.IsWarning)) notice = previous.Notices.Values.FirstOrDefault(n => n.File == file.Path);
            if (notice is null) continue;
            if (notices.TryGetValue(notice.Id, out var other)) faults.Add(new Fault(file.Path, 1, $"trùng tên với {other.File}; mỗi văn bản cần một tên tệp riêng"));
            else notices.Add(notice.Id, notice);
        }
        return new Catalogue(notices.ToImmutable(), [.. faults]) { Files = read.ToImmutable() };
    }

    /// <summary>The section at an address; null when there is none.</summary>
    public Section? Find(SectionAddress address) =>
        Notices.TryGetValue(address.Notice, out var notice) ? notice.Sections.FirstOrDefault(s => s.Id == address.Section) : null;

    /// <summary>Faults between notices: dead links, and one label with two values in notices that hold on a day.</summary>
    public IEnumerable<Fault> Contradictions(DateOnly day)
    {
        foreach (var notice in Notices.Values)
        {
            foreach (var id in notice.SupersededBy.Where(id => !Notices.ContainsKey(id)))
                yield return new Fault(notice.File, 1, $"superseded-by: không có văn bản «{id}»");
            foreach (var section in notice.Sections)
                if (section.Now is { } now && Find(now) is null)
                    yield return new Fault(notice.File, section.Line, $"now={now}: không có mục đó");
        }
        var labels = Notices.Values.Where(n => n.HoldsOn(day)).SelectMany(n => n.Facts.Select(f => (Notice: n, f.Key, f.Value))).GroupBy(f => f.Key);
        foreach (var label in labels)
        {
            var first = label.First();
            foreach (var other in label.Where(f => f.Value != first.Value))
                yield return new Fault(other.Notice.File, 1, $"«{label.Key}: {other.Value}» trái với «{first.Value}» trong {first.Notice.File}; cả hai văn bản đều đang áp dụng");
        }
    }

    /// <summary>A file as it was read: the notice, where it holds one that is good, and what is wrong in it.</summary>
    private sealed record ReadFile(string Text, Notice? Notice, ImmutableArray<Fault> Faults)
    {
        public static ReadFile Of(ContentFile file)
        {
            var faults = new List<Fault>();
            var notice = NoticeReader.Read(file, faults);
            return new ReadFile(file.Text, notice, [.. faults]);
        }
    }
}
