namespace Bot.Dossiers.Import;

/// <summary>A file as it stands in the watched folder; another size or time makes it another one.</summary>
internal readonly record struct FolderFile(string Path, long Length, DateTime Written)
{
    public const string Done = "done";

    public const string Failed = "failed";

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The exports in a folder, in the order of their names; not what programs put there for a while, and not what is still empty.</summary>
    public static FolderFile[] In(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(ExportFile.IsNamedLikeOne).Select(path => new FileInfo(path))
            .Where(file => file.Name[0] is not ('.' or '~') && file.Length > 0).OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new FolderFile(file.FullName, file.Length, file.LastWriteTimeUtc))];

    /// <summary>Deletes what was moved below a folder and is older.</summary>
    public static void Forget(string folder, DateTimeOffset since)
    {
        foreach (var below in (string[])[Done, Failed])
            if (new DirectoryInfo(System.IO.Path.Combine(folder, below)) is { Exists: true } directory)
                foreach (var file in directory.EnumerateFiles())
                    if (file.LastWriteTimeUtc < since) file.Delete();
    }

    /// <summary>Moves it into a folder below its own, with a report beside it; where its name is taken, under one with a number.</summary>
    public void Move(string below, IEnumerable<string> report)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, below)).FullName;
        var (name, ending) = (System.IO.Path.GetFileNameWithoutExtension(Path), System.IO.Path.GetExtension(Path));
        var to = System.IO.Path.Combine(folder, name + ending);
        for (var i = 2; File.Exists(to); i++) to = System.IO.Path.Combine(folder, $"{name}-{i}{ending}");
        File.Move(Path, to);
        File.WriteAllLines(to + ".txt", report);
    }
}
