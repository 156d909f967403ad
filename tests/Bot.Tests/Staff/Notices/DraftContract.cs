using Bot.Staff.Notices;
using Bot.Tests.Hosting;
using Bot.Tests.Storage;

namespace Bot.Tests.Staff.Notices;

/// <summary>What every store does with drafts.</summary>
public abstract class DraftContract(TestData data) : OpenedStore(data)
{
    private static readonly NoticeFile File = NoticeFile.Of("thong-bao", "nghi-tet")!;

    private DraftLog Drafts => new(Database, Time);

    [Fact]
    public async Task A_draft_is_kept_as_it_was_saved_last()
    {
        Assert.Null(Drafts.Find(File));
        var first = await Drafts.SaveAsync(File, "một", null, "hoa", seen: 0);
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Drafts.SaveAsync(File, "hai", "dấu", "binh", first!.Version);
        Assert.Equal(second, Drafts.Find(File));
        Assert.Equal(("hai", "dấu", "binh", 2L), (second!.Text, second.Base, second.Author, second.Version));
        Assert.Equal([second], Drafts.All());
    }

    [Fact]
    public async Task Who_has_not_seen_the_last_version_writes_nothing()
    {
        var first = await Drafts.SaveAsync(File, "một", null, "hoa", seen: 0);
        Assert.Null(await Drafts.SaveAsync(File, "lại từ đầu", null, "binh", seen: 0));
        await Drafts.SaveAsync(File, "hai", null, "hoa", first!.Version);
        var ran = false;
        Assert.Null(await Drafts.SaveAsync(File, "ba", null, "binh", first.Version, _ => ran = true));
        Assert.False(ran);
        Assert.Equal("hai", Drafts.Find(File)!.Text);
        Assert.False(await Database.WriteAsync(session => DraftLog.Delete(session, File, first.Version)));
        Assert.True(await Database.WriteAsync(session => DraftLog.Delete(session, File, 2)));
        Assert.Null(Drafts.Find(File));
    }

    [Fact]
    public async Task What_belongs_to_it_is_saved_with_it_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.SaveAsync(File, "một", null, "hoa", 0, _ => throw new InvalidOperationException()));
        Assert.Null(Drafts.Find(File));
    }
}
