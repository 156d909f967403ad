using Bot.Dialogs;
using Bot.Tests.Conversations;

namespace Bot.Tests.HouseRules;

/// <summary>How the code is kept: what a reader may rely on.</summary>
public class CodeRules
{
    private static readonly string[] Files = [.. Directory
        .EnumerateFiles(Path.Combine(RepositoryContent.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal))];

    [Fact]
    public void No_file_is_longer_than_250_lines() => Assert.Equal([], Files.Where(f => File.ReadLines(f).Count() > 250));

    [Fact]
    public void A_file_holds_the_type_it_is_named_for()
    {
        var wrong = Files.Where(f => Path.GetFileName(f) != "Program.cs").Where(f =>
        {
            var name = Path.GetFileName(f).Split('.')[0];
            var text = File.ReadAllText(f);
            return !((string[])["class ", "record ", "struct ", "enum ", "interface "]).Any(kind => text.Contains(kind + name, StringComparison.Ordinal));
        });
        Assert.Equal([], wrong);
    }

    [Fact]
    public void No_folder_is_a_drawer()
    {
        string[] drawers = ["Helpers", "Utils", "Common", "Models", "Interfaces", "Shared", "Misc"];
        Assert.Equal([], Files.Where(f => drawers.Intersect(Path.GetRelativePath(RepositoryContent.Root, f).Split(Path.DirectorySeparatorChar)).Any()));
    }

    [Fact]
    public void Every_type_says_in_a_line_what_it_is()
    {
        var wrong = Files.Where(f => Path.GetFileName(f) != "Program.cs" && !File.ReadAllText(f).Contains("/// <summary>", StringComparison.Ordinal) && !f.EndsWith(".cshtml.cs", StringComparison.Ordinal));
        Assert.Equal([], wrong);
    }

    // The list is here so that a new dialog shows in the diff.
    [Fact]
    public void The_dialogs_are()
    {
        var dialogs = typeof(Dialog).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Dialog)) && !t.IsAbstract).Select(t => t.Name).Order();
        Assert.Equal(["DossierDialog", "Following", "Wishing"], dialogs);
    }
}
