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
        Assert.Equal(("hai", "dấu", "binh", first.Version + 1), (second!.Text, second.Base, second.Author, second.Version));
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
        Assert.True(await Database.WriteAsync(session => DraftLog.Delete(session, File, first.Version + 1)));
        Assert.Null(Drafts.Find(File));
    }

    [Fact]
    public async Task What_a_word_file_left_out_stays_with_its_draft_and_goes_with_it()
    {
        var first = await Drafts.SaveAsync(File, "một", null, "hoa", 0, session => DraftLog.Remark(session, File, "Hình ở mục 1"));
        await Drafts.SaveAsync(File, "hai", null, "hoa", first!.Version);
        Assert.Equal("Hình ở mục 1", Drafts.Remarks(File));
        await Database.WriteAsync(session => DraftLog.Delete(session, File, first.Version + 1));
        await Drafts.SaveAsync(File, "ba", null, "hoa", 0);
        Assert.Null(Drafts.Remarks(File));
    }

    [Fact]
    public async Task What_answered_within_thirty_days_is_counted_by_section()
    {
        var now = Time.GetUtcNow();
        (string? Section, int DaysAgo, string Outcome)[] asked =
            [("a#x", 0, "answered"), ("a#x", 29, "answered"), ("a#x", 31, "answered"), ("a#y", 1, "answered"), ("a#x", 1, "unanswered"), (null, 1, "answered")];
        await Database.WriteAsync(session =>
        {
            for (var i = 0; i < asked.Length; i++)
                session.Execute(
                    "INSERT INTO questions (at, conversation, seq, channel, outcome, section, text, took, again) VALUES ($1, 'c', $2, 'web', $3, $4, 'hỏi', 0, 0)",
                    now.AddDays(-asked[i].DaysAgo).ToUnixTimeMilliseconds(), (long)i, asked[i].Outcome, asked[i].Section);
            return true;
        });
        var counts = new AnswerCounts(Database, Time).BySection();
        Assert.Equal([("a#x", 2L), ("a#y", 1L)], counts.Select(count => (count.Key.ToString(), count.Value)).Order());
    }

    [Fact]
    public async Task A_draft_after_another_is_not_taken_for_it()
    {
        var first = await Drafts.SaveAsync(File, "một", null, "hoa", seen: 0);
        await Database.WriteAsync(session => DraftLog.Delete(session, File, first!.Version));
        Time.Advance(TimeSpan.FromSeconds(1));
        await Drafts.SaveAsync(File, "của người khác", null, "binh", seen: 0);
        Assert.Null(await Drafts.SaveAsync(File, "hai", null, "hoa", first!.Version));
    }

    [Fact]
    public async Task What_belongs_to_it_is_saved_with_it_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.SaveAsync(File, "một", null, "hoa", 0, _ => throw new InvalidOperationException()));
        Assert.Null(Drafts.Find(File));
    }
}
