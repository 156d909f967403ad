namespace Bot.Tests.Hosting;

/// <summary>The tests' content in a folder of its own, to be written into.</summary>
internal sealed class ContentCopy : IDisposable
{
    private readonly TempFolder folder = new();

    public ContentCopy()
    {
        var fixture = System.IO.Path.Combine(AppContext.BaseDirectory, "Fixture");
        foreach (var file in Directory.EnumerateFiles(fixture, "*", SearchOption.AllDirectories))
            this[System.IO.Path.GetRelativePath(fixture, file)] = File.ReadAllText(file);
    }

    public string Path => folder.Path;

    /// <summary>The setting that names it.</summary>
    public (string Key, string Value) Setting => ("Content:Path", Path);

    /// <summary>A file's text by its path below the folder; null where there is none.</summary>
    public string? this[string path]
    {
        get => File.Exists(Full(path)) ? File.ReadAllText(Full(path)) : null;
        set
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path))!);
            if (value is null) File.Delete(Full(path));
            else File.WriteAllText(Full(path), value);
        }
    }

    /// <summary>Every file below the folder, hidden ones too.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order();

    public void Dispose() => folder.Dispose();

    private string Full(string path) => System.IO.Path.Combine(Path, path);
}
