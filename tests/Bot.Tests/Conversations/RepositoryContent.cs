using Bot.Content;
using Knowledge.Notices;

namespace Bot.Tests.Conversations;

/// <summary>The repository's own content, read once for all tests that only look at it.</summary>
internal static class RepositoryContent
{
    private static readonly Lazy<Edition> Read = new(() =>
    {
        var (files, reading) = new ContentFolder(Folder).Read();
        return Edition.Read(files, reading, null, out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    });

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "content");

    public static Edition Edition => Read.Value;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Bot.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
