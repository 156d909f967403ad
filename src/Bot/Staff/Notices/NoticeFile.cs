using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Staff.Word.Official;
using Knowledge.Notices;

namespace Bot.Staff.Notices;

/// <summary>Where a notice lies, as pages name it: a folder that is for a kind, and a name that can be an address. Nothing else becomes a path.</summary>
public sealed partial record NoticeFile
{
    private const string Extension = ".md";

    private NoticeFile(string folder, string name) => (Folder, Name) = (folder, name);

    /// <summary>The folder below notices/, which tells the kind.</summary>
    public string Folder { get; }

    /// <summary>The notice's id.</summary>
    public string Name { get; }

    /// <summary>The path below the content folder: "notices/thu-tuc/ten.md".</summary>
    public string Path => NoticeReader.Folder + Folder + '/' + Name + Extension;

    /// <summary>The kind of notice that the folder is for.</summary>
    public string Kind => DocumentType.KindOf(Folder)!;

    /// <summary>The place that a page names; null for one where no notice may lie.</summary>
    public static NoticeFile? Of(string? folder, string? name) =>
        folder is not null && name is not null && DocumentType.KindOf(folder) is not null && Names().IsMatch(name) ? new NoticeFile(folder, name) : null;

    /// <summary>The place of a path below the content folder; null for one where no notice may lie.</summary>
    public static NoticeFile? Of(string path) =>
        path.Split('/') is ["notices", var folder, var file] && file.EndsWith(Extension, StringComparison.Ordinal) ? Of(folder, file[..^Extension.Length]) : null;

    /// <summary>Names a text: the same for the same text only, whichever line ends a program has given it.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    public override string ToString() => Path;

    [GeneratedRegex(@"^(?=.{1,100}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Names();
}
