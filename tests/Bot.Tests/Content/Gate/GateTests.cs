using Bot.Content.Gate;
using Bot.Storage.Questions;
using Bot.Tests.Conversations;

namespace Bot.Tests.Content.Gate;

/// <summary>What the publish gate sees and what it refuses; the cases are in cases.md.</summary>
public sealed class GateTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, GateCase> Cases = GateCase.Read(Path.Combine(RepositoryContent.Root, "tests/Bot.Tests/Content/Gate/cases.md"));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_changes_are_as_written(string name) => Assert.Equal(Text(Cases[name].Changes), Text(Report(Cases[name]).Changes.Select(Line)));

    [Fact]
    public void However_many_threads_work_the_report_is_the_same() => Assert.All(Cases.Values, one =>
        Assert.Equal(Report(one, threads: 1).Changes.Select(c => c.Id), Report(one, threads: 7).Changes.Select(c => c.Id)));

    [Fact]
    public void Losses_come_first_and_each_has_to_be_ticked()
    {
        var report = Report(Cases["văn bản mới giành câu hỏi của văn bản cũ"]);
        var losses = report.Losses.Select(c => c.Id).ToList();
        Assert.Equal(3, losses.Distinct().Count());
        Assert.Equal(losses, report.Changes.Take(3).Select(c => c.Id));
        Assert.False(report.IsPassed(new HashSet<string>()));
        Assert.False(report.IsPassed(losses.Skip(1).ToHashSet()));
        Assert.Equal(losses[0], Assert.Single(report.Unticked(losses.Skip(1).ToHashSet())).Id);
        Assert.True(report.IsPassed(losses.Append("of another report").ToHashSet()));
    }

    [Fact]
    public void A_tick_is_for_what_was_seen_and_not_for_what_came_later()
    {
        var one = Cases["bỏ một văn bản: câu ví dụ và câu đã hỏi của nó không còn trả lời được"];
        var ticks = Report(one).Losses.Select(c => c.Id).ToHashSet();
        Assert.True(Report(one).IsPassed(ticks));
        var later = Gate(one).Run([.. one.Recorded, new AskedQuestion("xin hỏi lệ phí cấp giấy phép bao nhiêu")]);
        Assert.Equal("xin hỏi lệ phí cấp giấy phép bao nhiêu", Assert.Single(later.Unticked(ticks)).Subject);
    }

    [Fact]
    public void What_changes_nothing_needs_no_tick()
    {
        var report = Report(Cases["không đổi gì"]);
        Assert.True(report.IsPassed(new HashSet<string>()));
        Assert.Equal((6, 5, 5, 2), (report.Examples, report.RightNow, report.RightThen, report.Recorded));
    }

    [Fact]
    public void It_can_be_called_off() => Assert.Throws<OperationCanceledException>(() =>
        Gate(Cases["không đổi gì"]).Run([], stopping: new CancellationToken(canceled: true)));

    private static PublishGate Gate(GateCase one) => new(new EditionAnswers(one.Live, At), new EditionAnswers(one.Candidate, At));

    private static GateReport Report(GateCase one, int? threads = null) => Gate(one).Run(one.Recorded, threads);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Line(Change change) => (change.IsLoss ? "! " : "") + (change.Kind == ChangeKind.Contradiction ? $"{change.Kind} {change.Subject}"
        : $"{change.Kind} «{change.Subject}»{(change.Home is { } home ? $" của {home}" : change.Count > 1 ? $" ×{change.Count}" : "")}: {string.Join(" + ", change.From)} → {string.Join(" + ", change.To)}")
        .Replace(":  →", ": →", StringComparison.Ordinal).TrimEnd();
}
