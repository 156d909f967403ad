using Bot.Conversations;
using Knowledge.Notices;

namespace Bot.Content;

/// <summary>"check [FOLDER] [--today DATE]": prints every fault of the content as file:line: message; 1 when there is any, 2 for a wrong call.</summary>
public static class CheckCommand
{
    /// <summary>Runs the command and returns the exit code.</summary>
    public static int Run(string[] arguments, TimeProvider time, TextWriter output)
    {
        var today = VietnamTime.Day(time.GetUtcNow());
        var settings = new ContentSettings();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--today" && i + 1 < arguments.Length && PartialDate.TryParse(arguments[i + 1], out var date) && date.Day is not null) (today, i) = (date.First, i + 1);
            else if (!arguments[i].StartsWith('-')) settings.Path = Path.GetFullPath(arguments[i]);
            else
            {
                output.WriteLine("Cách dùng: check [THƯ MỤC] [--today 2026-11-22]");
                return 2;
            }
        }
        var folder = new ContentFolder(settings.Find());
        if (!Directory.Exists(folder.Root))
        {
            output.WriteLine($"{folder.Root}: không có thư mục này");
            return 2;
        }
        var (files, reading) = folder.Read();
        var edition = Edition.Read(files, reading, null, out var faults);
        var all = edition is null ? faults : new ContentCheck(edition, today).Run();
        foreach (var fault in all) output.WriteLine(fault);
        var wrong = all.Count(f => !f.IsWarning);
        output.WriteLine($"{files.Length} tệp, {edition?.Catalogue.Notices.Count ?? 0} văn bản, {edition?.Librarian.Passages.Length ?? 0} mục, {edition?.Librarian.Passages.Sum(p => p.Section.Questions.Length) ?? 0} câu hỏi ví dụ: {wrong} lỗi, {all.Length - wrong} cảnh báo");
        return wrong > 0 ? 1 : 0;
    }
}
