using System.Text;
using Bot.Conversations;
using Bot.Staff.Word;
using Bot.Staff.Word.Official;
using Knowledge.Notices;

namespace Bot.Staff;

/// <summary>"notice import FILE.docx [--into PLACE]": makes the draft of a notice from a Word file and lists what of it is not in the draft.</summary>
public static class NoticeCommand
{
    private const string Usage = "Cách dùng: notice import TỆP.docx [--into content/notices/thong-bao | --into content/notices/thong-bao/ten-van-ban.md]";
    private const string Extension = ".md";

    /// <summary>Runs the command and returns the exit code: 0 done, 1 refused, 2 not understood, 3 done but for what is listed.</summary>
    public static int Run(string[] arguments, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (Read(arguments) is not var (file, into))
        {
            errors.WriteLine(Usage);
            return 2;
        }
        try
        {
            var place = Place(file, into);
            using var word = File.OpenRead(file);
            var draft = WordImport.Read(word, VietnamTime.Day(time.GetUtcNow()), DocumentType.KindOf(Path.GetFileName(Path.GetDirectoryName(place))));
            // Whoever wrote there first keeps his file, even when he was a moment earlier.
            using (var written = new FileStream(place, FileMode.CreateNew)) written.Write(Encoding.UTF8.GetBytes(draft.Markdown));
            foreach (var line in draft.NotCarried) errors.WriteLine("- " + line);
            output.WriteLine($"Bản nháp: {place}; {draft.NotCarried.Length} điều chưa đưa vào hoặc cần xem lại.");
            return draft.NotCarried.IsEmpty ? 0 : 3;
        }
        catch (Exception error) when (error is BadWordFileException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }

    private static (string File, string? Into)? Read(string[] arguments) => arguments switch
    {
        ["import", var file] when !file.StartsWith('-') => (file, null),
        ["import", var file, "--into", var into] when !file.StartsWith('-') => (file, into),
        ["import", "--into", var into, var file] when !file.StartsWith('-') => (file, into),
        _ => null,
    };

    // A draft lies beside its Word file, or where it is to be published, under a name that can be an address.
    private static string Place(string file, string? into)
    {
        if (!File.Exists(file)) throw new BadWordFileException($"Không có tệp {file}.");
        var isNamed = into?.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) is true;
        var folder = Path.GetDirectoryName(Path.GetFullPath(isNamed || into is null ? into ?? file : Path.Combine(into, "x")))!;
        var name = NoticeReader.Slug(Path.GetFileNameWithoutExtension(isNamed ? into! : file));
        if (isNamed && name + Extension != Path.GetFileName(into))
            throw new BadWordFileException("Tên tệp chỉ gồm chữ thường không dấu, số và dấu gạch nối, như ten-van-ban.md.");
        if (!Directory.Exists(folder)) throw new BadWordFileException($"Không có thư mục {folder}.");
        var place = Path.Combine(folder, (name.Length > 0 ? name : "van-ban") + Extension);
        return File.Exists(place) ? throw new BadWordFileException($"Đã có tệp {place}; không ghi đè.") : place;
    }
}
