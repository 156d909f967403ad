using System.Text.Json;
using Bot.Operation.Settings;

namespace Bot.Web.Files;

/// <summary>The Web Chat that the build restored: one large file, compressed and hashed beforehand, sent from disk.</summary>
public sealed class WebChatBundle
{
    public const string Name = "webchat.js";

    private WebChatBundle(string folder, string version, string hash) => (Folder, Version, Hash) = (folder, version, hash);

    public string Folder { get; }

    public string Version { get; }

    public string Hash { get; }

    public string Address => Asset.AddressOf(Name, Hash);

    public string File(Coding coding) => Path.Combine(Folder, Name + coding.Ending());

    /// <summary>Its licences, which the file's first line points to.</summary>
    public string LicenseFile => Path.Combine(Folder, Name + ".LICENSE.txt");

    /// <summary>Reads what the build left beside the program.</summary>
    public static WebChatBundle Beside(string program)
    {
        var folder = Path.Combine(program, "webchat");
        var manifest = Path.Combine(folder, "webchat.json");
        if (!System.IO.File.Exists(manifest)) throw new BadSettingException($"Thiếu {manifest}; hãy build lại chương trình.");
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(manifest));
        return new WebChatBundle(folder, json.RootElement.GetProperty("version").GetString()!, json.RootElement.GetProperty("hash").GetString()!);
    }
}
