using Bot.Dossiers.Import;
using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <summary>One import after, beside and instead of another, over either store: what stays, what goes, and what is refused.</summary>
public abstract class SnapshotContract(TestData data) : ImportStore(data)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_delta_keeps_the_rest_and_a_snapshot_takes_it_away_but_not_a_faulty_row_s_dossier()
    {
        await ImportAsync(Rows(1, 5));
        await ImportAsync(Row(6));
        Assert.Equal(6, Codes().Count);
        var report = await SnapshotAsync([.. Rows(1, 4), Faulty(5)]);
        Assert.Equal((4, 1, 1), (report.Stored, report.Removed, report.FaultCount));
        Assert.Equal([Code(1), Code(2), Code(3), Code(4), Code(5)], Codes());
    }

    [Fact]
    public async Task A_snapshot_takes_away_more_than_goes_at_once_and_no_sample()
    {
        await Database.WriteAsync(session => session.Execute("INSERT INTO dossiers (code, source, mark, body, as_of, batch) VALUES ('H56.14-240824-0001', 'sample', '', $1, 0, 0)", "{}"u8.ToArray()));
        await ImportAsync([.. Rows(1, 2498), Row(2499, other: "000.00.14.H56-240823-0001")]);
        Assert.Equal(1099, (await SnapshotAsync(Rows(1, 1400))).Removed);
        Assert.Equal(1401, Codes().Count);
        Assert.Null(Database.Read(session => session.Scalar("SELECT other FROM dossier_codes")));
    }

    [Fact]
    public async Task A_snapshot_that_would_take_half_away_is_refused_unless_it_is_forced()
    {
        await ImportAsync(Rows(1, 4));
        Assert.Contains("làm mất 3 trong 4 hồ sơ", (await SnapshotAsync(Row(1), Row(9))).Refusal);
        Assert.NotNull((await SnapshotAsync(Row(1), Row(2))).Refusal);
        // As many as there were, but others.
        Assert.NotNull((await SnapshotAsync(Rows(11, 14))).Refusal);
        Assert.Equal(4, Codes().Count);
        Assert.Equal(3, (await SnapshotAsync(TimeSpan.Zero, force: true, Row(1), Row(9))).Removed);
        Assert.Equal([Code(1), Code(9)], Codes());
    }

    [Fact]
    public async Task A_snapshot_without_a_good_row_is_refused_even_if_it_is_forced()
    {
        await ImportAsync(Row(1));
        var report = await SnapshotAsync(TimeSpan.Zero, force: true, Faulty(2));
        Assert.NotNull(report.Refusal);
        Assert.Single(report.FaultLines);
        Assert.Equal([Code(1)], Codes());
    }

    [Fact]
    public async Task A_snapshot_without_any_row_takes_all_away_only_if_it_is_forced()
    {
        await ImportAsync(Row(1));
        Assert.Contains("--force", (await SnapshotAsync()).Refusal);
        Assert.Equal([Code(1)], Codes());
        Assert.Equal(1, (await SnapshotAsync(TimeSpan.Zero, force: true)).Removed);
    }

    [Fact]
    public async Task What_is_stored_and_newer_stays_and_the_rows_left_out_are_counted()
    {
        await ImportAsync(Row(1, "5"));
        var report = await ImportAsync(Hour, Row(1), Row(2));
        Assert.Equal((1, 1, null), (report.Stored, report.Older, report.Refusal));
        Assert.Contains("1 dòng cũ hơn dữ liệu đang có, bỏ qua.", report.Lines);
        Assert.Equal(5, (await FindAsync(1))!.State);
        Assert.Equal(4, (await FindAsync(2))!.State);
    }

    [Fact]
    public async Task What_was_made_before_the_last_snapshot_is_refused_unless_it_is_forced()
    {
        await SnapshotAsync(Row(1, "5"), Row(2));
        Assert.Contains("cũ hơn bản toàn bộ", (await SnapshotAsync(Hour, force: false, Rows(1, 3))).Refusal);
        // What the snapshot took away would come back with a delta, too.
        Assert.Contains("cũ hơn bản toàn bộ", (await ImportAsync(Hour, Row(3))).Refusal);
        Assert.Equal([Code(1), Code(2)], Codes());
        var report = await SnapshotAsync(Hour, force: true, Row(1), Row(3));
        Assert.Equal((1, 1, 0), (report.Stored, report.Older, report.Removed));
        Assert.Equal([Code(1), Code(2), Code(3)], Codes());
        Assert.Equal(5, (await FindAsync(1))!.State);
    }

    [Fact]
    public async Task A_snapshot_that_comes_late_leaves_what_newer_deltas_brought()
    {
        await SnapshotAsync(2 * Hour, force: false, Rows(1, 4));
        await ImportAsync(Row(1, "5"), Row(6));
        var report = await SnapshotAsync(Hour, force: false, Rows(1, 3));
        Assert.Equal((2, 1, 1), (report.Stored, report.Older, report.Removed));
        Assert.Equal([Code(1), Code(2), Code(3), Code(6)], Codes());
        Assert.Equal(5, (await FindAsync(1))!.State);
    }

    [Fact]
    public async Task A_file_that_fails_at_its_first_reading_changes_nothing()
    {
        await ImportAsync(Row(1));
        var report = await Import().RunAsync(() => Failing(1, Rows(1, 9), 5), Time.GetUtcNow(), isSnapshot: true, force: true);
        Assert.Equal(("hỏng", false, 0), (report.Refusal, report.IsPassing, report.Stored));
        Assert.Equal([Code(1)], Codes());
    }

    [Fact]
    public async Task A_file_that_fails_at_its_second_reading_says_how_much_is_in_and_takes_nothing_away()
    {
        await ImportAsync(Row(2000));
        var readings = 0;
        var report = await Import().RunAsync(() => Failing(readings++, Rows(1, 700), 600), Time.GetUtcNow(), isSnapshot: true, force: true);
        Assert.InRange(report.Stored, 1, 699);
        Assert.Equal($"hỏng {report.Stored} hồ sơ đã được ghi; nhập lại là vô hại.", report.Refusal);
        Assert.Equal(report.Stored + 1, Codes().Count);
        Assert.Equal((700, 1), (await SnapshotAsync(TimeSpan.Zero, force: true, Rows(1, 700))) is var again ? (again.Stored, again.Removed) : default);
    }

    [Fact]
    public async Task A_snapshot_that_changes_while_it_is_read_takes_nothing_away()
    {
        await ImportAsync(Rows(1, 4));
        var readings = new Queue<string>([Written(Rows(1, 4)), Written(Row(1), Row(7))]);
        var report = await Import().RunAsync(() => ExportFile.Read(readings.Dequeue()), Time.GetUtcNow(), isSnapshot: true, force: false);
        Assert.Contains("thay đổi trong lúc nhập", report.Refusal);
        Assert.Equal([Code(1), Code(2), Code(3), Code(4)], Codes());
    }

    [Fact]
    public async Task An_import_beside_another_waits_for_its_end_and_has_a_number_of_its_own()
    {
        await using var elsewhere = Data.Open();
        ImportReport? second = null;
        var first = await Import().RunAsync(Opened, Time.GetUtcNow(), isSnapshot: true, force: false);
        Assert.Equal((1, null), (first.Stored, first.Refusal));
        Assert.Equal((0, true), (second!.Stored, second.IsPassing));
        Assert.Equal(1, (await Import(elsewhere).RunAsync(() => ExportFile.Read(Written(Row(2))), Time.GetUtcNow(), isSnapshot: false, force: false)).Stored);
        Assert.Equal([1L, 2L], Database.Read(session => session.Query("SELECT batch FROM imports ORDER BY batch", row => row.GetInt64(0))));

        IEnumerable<ImportRow> Opened()
        {
            second ??= Import(elsewhere).RunAsync(() => ExportFile.Read(Written(Row(2))), Time.GetUtcNow(), isSnapshot: true, force: false).GetAwaiter().GetResult();
            return ExportFile.Read(Written(Row(1)));
        }
    }

    private IEnumerable<ImportRow> Failing(int reading, string[] rows, int after)
    {
        var line = 0;
        foreach (var row in ExportFile.Read(Written(rows)))
        {
            if (reading == 1 && line++ > after) throw new BadExportException("hỏng");
            yield return row;
        }
    }
}
