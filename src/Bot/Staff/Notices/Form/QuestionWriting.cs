using System.Text;

namespace Bot.Staff.Notices.Form;

/// <summary>Writes the example questions of a form: the lists that it does not change stay as they were written.</summary>
internal static class QuestionWriting
{
    /// <summary>The lines of the key; null where nothing has changed.</summary>
    /// <param name="form">The form, whose sections have ids.</param>
    /// <param name="was">The form as it was read; null where there was none.</param>
    /// <param name="head">The front matter as it was written.</param>
    public static string? Write(NoticeForm form, NoticeForm? was, IReadOnlyList<KeyBlock> head)
    {
        var (now, before) = (Asked(form), was is null ? [] : Asked(was));
        if (was is not null && now.Count == before.Count && now.All(list => before.GetValueOrDefault(list.Key) == list.Value)) return null;
        var written = Written(head.FirstOrDefault(block => block.Key == FormReader.Questions), out var first);
        var lines = new StringBuilder();
        foreach (var block in written)
        {
            // A list whose section is gone goes with it; one that never had a section is a fault that its writer has to see.
            if (!now.Remove(block.Key, out var list)) lines.Append(before.ContainsKey(block.Key) ? "" : block.Lines);
            else lines.Append(before.GetValueOrDefault(block.Key) == list ? block.Lines : Lines(block.Key, list));
        }
        foreach (var (section, list) in now) lines.Append(Lines(section, list));
        return lines.Length == 0 ? $"{FormReader.Questions}: {{}}\n" : first + lines;
    }

    private static Dictionary<string, string> Asked(NoticeForm form) => form.Sections
        .GroupBy(section => section.Id!)
        .Select(same => (same.Key, List: string.Join('\n', same.SelectMany(section => QuestionLine.ReadAll(section.Questions)))))
        .Where(list => list.List.Length > 0)
        .ToDictionary(list => list.Key, list => list.List);

    private static string Lines(string section, string list) =>
        $"  {YamlText.Value(section)}:\n{string.Concat(QuestionLine.ReadAll(list).Select(line => line.Yaml("    ")))}";

    // As it was written; where it is written in another way, anew from what it says.
    private static List<KeyBlock> Written(KeyBlock? block, out string first)
    {
        first = FormReader.Questions + ":\n";
        if (block is null || HeadValues.Read(block.Lines) is not { } values) return [];
        var questions = values.Map(FormReader.Questions);
        var below = block.Lines[(block.Lines.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var lists = KeyBlock.Split(below, indent: 2);
        if (!lists.Select(list => list.Key).Where(key => key.Length > 0).SequenceEqual(questions.Keys))
            return [.. questions.Keys.Select(id => new KeyBlock(id, Lines(id, string.Join('\n', questions.Questions(id)))))];
        if (lists.Count > 0) first = block.Lines[..(block.Lines.Length - below.Length)];
        return lists;
    }
}
