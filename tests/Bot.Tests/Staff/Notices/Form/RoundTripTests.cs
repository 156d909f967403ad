using Bot.Staff.Notices;
using Bot.Staff.Notices.Form;
using Bot.Tests.Conversations;
using Knowledge.Notices;

namespace Bot.Tests.Staff.Notices.Form;

/// <summary>Nothing of a file is lost by opening it as a form and saving it: over every notice of the repository.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Files => [.. new ContentFolder(RepositoryContent.Folder).Read().Files
        .Where(file => file.Path.StartsWith(NoticeReader.Folder, StringComparison.Ordinal)).Select(file => file.Path)];

    private static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryContent.Folder, path)).ReplaceLineEndings("\n");

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_not_changed_is_written_to_the_letter(string path) => Assert.Equal(Text(path), FormWriter.Write(FormReader.Read(Text(path))!, Text(path)));

    // Written onto nothing, each key and each section is written anew.
    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_written_anew_says_the_same(string path) =>
        Assert.Equal(Said(path, Text(path)), Said(path, FormWriter.Write(FormReader.Read(Text(path))!, "")));

    [Theory]
    [MemberData(nameof(Files))]
    public void Sections_that_change_places_keep_all_that_they_say(string path)
    {
        var form = FormReader.Read(Text(path))!;
        form.Sections.Reverse();
        Assert.Equal(Said(path, Text(path)).Order(), Said(path, FormWriter.Write(form, Text(path))).Order());
    }

    // All but the lines, which follow from how it is written.
    private static List<string> Said(string path, string text)
    {
        var faults = new List<Fault>();
        var notice = NoticeReader.Read(new ContentFile(path, text), faults)!;
        Assert.Empty(faults);
        var facts = string.Join('|', notice.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal));
        return
        [
            $"{notice with { Sections = [], SupersededBy = [], Facts = notice.Facts.Clear() }}".Split("SupersededBy")[0], string.Join(' ', notice.SupersededBy), facts,
            $"{notice.Source} {notice.Reviewed} {notice.Code}",
            .. notice.Sections.Select(s => $"{s with { Line = 0, Questions = [] }}".Replace(s.Questions.GetType().Name, "")
                + string.Concat(s.Questions.Select(q => $"\n{q.Ask} => {string.Join(';', q.Contains)}"))),
        ];
    }
}
