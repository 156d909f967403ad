using System.Collections.Immutable;
using System.Text;

namespace Knowledge.Notices;

/// <summary>The folder on disk that staff write in; the one place where Knowledge touches the disk.</summary>
public sealed class ContentFolder(string root)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Whether the notices' folder is there at all: one that is not mounted is not one that somebody has emptied.</summary>
    public bool HasNotices => Directory.Exists(Path.Combine(Root, NoticeReader.Folder));

    /// <summary>Reads every .md and .yaml file below the folder, ordered by path; a file that is not UTF-8 becomes a fault.</summary>
    public (ImmutableArray<ContentFile> Files, ImmutableArray<Fault> Faults) Read()
    {
        var files = ImmutableArray.CreateBuilder<ContentFile>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var path in Paths())
        {
            var name = Path.GetRelativePath(Root, path).Replace('\\', '/');
            try
            {
                files.Add(new ContentFile(name, StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')));
            }
            catch (DecoderFallbackException)
            {
                faults.Add(new Fault(name, 1, "tệp không phải UTF-8; hãy lưu lại với mã UTF-8"));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // An editor that saves by rename can take the file away between the listing and the reading.
                faults.Add(new Fault(name, 1, "không đọc được tệp: " + error.Message));
            }
        }
        return (files.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>A value that changes whenever a file is added, removed or written.</summary>
    public string Stamp()
    {
        var stamp = new StringBuilder();
        foreach (var path in Paths())
        {
            var info = new FileInfo(path);
            stamp.Append(path).Append('|').Append(info.Exists ? info.LastWriteTimeUtc.Ticks : 0).Append('|').Append(info.Exists ? info.Length : 0).Append('\n');
        }
        return stamp.ToString();
    }

    private IEnumerable<string> Paths() => !Directory.Exists(Root) ? [] :
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(p => p.EndsWith(".md", StringComparison.Ordinal) || p.EndsWith(".yaml", StringComparison.Ordinal))
            // Editors leave hidden and backup files beside the real one.
            .Where(p => !Path.GetRelativePath(Root, p).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || part.StartsWith('~')))
            .Order(StringComparer.Ordinal);
}
