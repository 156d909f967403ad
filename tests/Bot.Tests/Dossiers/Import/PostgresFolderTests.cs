using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresFolderTests(PostgresRun run) : FolderContract(new PostgresData(run))
{
    [Fact]
    public async Task Of_several_nodes_one_imports()
    {
        await using var elsewhere = Data.Open();
        var (here, there) = (Watched(), Watched(database: elsewhere));
        Put("a.csv", Row(1));
        await using (await elsewhere.HoldAsync("dossier folder")) await LookTwiceAsync(here);
        Assert.Empty(Codes());
        await LookTwiceAsync(there);
        Assert.Equal([Code(1)], Codes());
        Assert.Equal(["done/a.csv", "done/a.csv.txt"], Files());
    }
}
