using Bot.Operation.Settings;

namespace Bot.Content;

/// <summary>Where the content lies.</summary>
public sealed class ContentSettings
{
    /// <summary>The folder; a relative one is looked for here, in the folders above and beside the program.</summary>
    public string Path { get; set; } = "content";

    public static ContentSettings From(IConfiguration configuration) => new() { Path = configuration.Text("Content:Path") ?? "content" };

    /// <summary>The folder in full; the first place to look when there is none.</summary>
    public string Find()
    {
        if (System.IO.Path.IsPathRooted(Path)) return Path;
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(System.IO.Path.Combine(folder.FullName, Path, Knowledge.Notices.Agency.File)))
                    return System.IO.Path.Combine(folder.FullName, Path);
        return System.IO.Path.GetFullPath(Path);
    }
}
