using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <summary>What is deleted is gone from the file, too: whoever copies it finds nothing between the rows.</summary>
public sealed class SqliteErasureTests
{
    [Fact]
    public async Task What_a_citizen_has_deleted_is_in_no_file()
    {
        using var folder = new TempFolder();
        await using (var bot = new TestBot(folder: folder.Path))
        {
            await TellAsync(bot, "my neighbour's secret");
            var mine = await TellAsync(bot, "my own secret");
            Assert.Equal("Đã xóa.", (await mine.AskAsync("xóa dữ liệu của tôi")).Text);
        }
        var kept = Directory.EnumerateFiles(folder.Path).Select(File.ReadAllBytes).ToList();
        Assert.Contains(kept, file => file.AsSpan().IndexOf("my neighbour's secret"u8) >= 0);
        Assert.DoesNotContain(kept, file => file.AsSpan().IndexOf("my own secret"u8) >= 0);
    }

    // Rows that share a page, and rows that have several.
    private static async Task<Line> TellAsync(TestBot bot, string secret)
    {
        var line = await Line.StartAsync(bot);
        for (var times = 1; times <= 600; times *= 5) await line.AskAsync(string.Concat(Enumerable.Repeat(secret + ". ", times)));
        return line;
    }
}
