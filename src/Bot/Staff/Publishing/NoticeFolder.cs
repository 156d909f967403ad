using System.Text;
using Bot.Content;
using Bot.Staff.Notices;
using Knowledge.Notices;

namespace Bot.Staff.Publishing;

/// <summary>The notices as they lie in the content folder. A file is written whole or not at all, and never over a text that the writer has not seen.</summary>
public sealed class NoticeFolder(LiveContent live)
{
    /// <summary>Whether the folder is there at all.</summary>
    public bool IsThere => new ContentFolder(live.Folder).HasNotices;

    /// <summary>The text of every notice; those that cannot be read now are named apart: they are not gone.</summary>
    public (Dictionary<NoticeFile, string> Texts, HashSet<NoticeFile> Unreadable) Read()
    {
        var (files, faults) = new ContentFolder(live.Folder).Read();
        return (files.Where(f => NoticeFile.Of(f.Path) is not null).ToDictionary(f => NoticeFile.Of(f.Path)!, f => f.Text),
            [.. faults.Select(fault => NoticeFile.Of(fault.File)).OfType<NoticeFile>()]);
    }

    /// <summary>Writes a notice, or deletes it; false, and nothing is changed, where the folder holds another text than the writer has seen.</summary>
    /// <param name="text">The text; null deletes the file.</param>
    /// <param name="seen">The mark of the text that it takes the place of; null where no file was.</param>
    public bool Write(NoticeFile file, string? text, string? seen)
    {
        var path = Path.Combine(live.Folder, file.Path);
        if (text is null)
        {
            if (Mark(path) != seen) return false;
            File.Delete(path);
            return true;
        }
        var fresh = WriteBeside(path, text);
        // At the last moment: in between lie the flush and whatever the disk was busy with.
        if (Mark(path) != seen)
        {
            File.Delete(fresh);
            return false;
        }
        File.Move(fresh, path, overwrite: true);
        return true;
    }

    /// <summary>Why a notice could not be written now; null where it could.</summary>
    public Exception? WhyNot(NoticeFile file, string? text, string? seen)
    {
        try
        {
            var path = Path.Combine(live.Folder, file.Path);
            File.Delete(WriteBeside(path, text ?? ""));
            return Mark(path) == seen ? null : new IOException($"{file} cannot be read, or was changed this moment");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error;
        }
    }

    // In the same folder, or it could not be renamed; begun with a dot, or it would be read; flushed, or after a loss of power the name could stand for
    // nothing.
    private static string WriteBeside(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var fresh = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        using var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
        return fresh;
    }

    // As the content is read.
    private static string? Mark(string path) =>
        File.Exists(path) ? NoticeFile.Mark(Encoding.UTF8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')) : null;
}
