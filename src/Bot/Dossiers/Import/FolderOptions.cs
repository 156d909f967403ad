using Bot.Operation.Settings;

namespace Bot.Dossiers.Import;

/// <summary>The folder that new exports are put into.</summary>
/// <param name="AreSnapshots">Each is the whole of what there is; else a delta.</param>
/// <param name="Days">How long what is through with is kept: there stand names and numbers in clear.</param>
public sealed record FolderOptions(string Path, bool AreSnapshots = false, int Days = 30)
{
    /// <summary>Null: none is watched.</summary>
    public static FolderOptions? From(IConfiguration configuration)
    {
        const string key = "Dossiers:FolderMode";
        var mode = configuration.Text(key) ?? "delta";
        if (mode is not ("delta" or "snapshot")) throw SettingReading.Bad(key, mode, "phải là delta hoặc snapshot");
        return configuration.Text("Dossiers:Folder") is { } path ? new(path, mode == "snapshot", configuration.Whole("Dossiers:FolderDays", 30, 1, 3650)) : null;
    }
}
