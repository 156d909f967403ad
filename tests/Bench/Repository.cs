using Bot.Content;
using Knowledge.Notices;

namespace Bench;

/// <summary>The repository's own content, as the assistant reads it.</summary>
internal static class Repository
{
    public static Edition Content()
    {
        var (files, reading) = new ContentFolder(new ContentSettings().Find()).Read();
        return Edition.Read(files, reading, null, out var faults) ?? throw new InvalidOperationException(faults[0].ToString());
    }

    /// <summary>Every example question of the notices.</summary>
    public static string[] Questions(Edition edition) => [.. edition.Librarian.Passages.SelectMany(p => p.Section.Questions).Select(q => q.Ask)];
}
