using Knowledge.Tests;

namespace Bot.Tests.Conversations;

/// <summary>The judged questions as a whole: a change that answers them worse than the floors is seen here, question by question in the bench.</summary>
public class JudgementTests
{
    // Below what is reached, so that a new question in the files breaks nothing; the figures stand in the README.
    private const double AnsweredFloor = 0.90;
    private const double RightFloor = 0.90;
    private const double OutOfScopeFloor = 0.85;

    private static readonly string Folder = Path.Combine(RepositoryContent.Root, "tests/Knowledge.Tests/Judgements");

    [Theory]
    [InlineData("tune")]
    [InlineData("report")]
    public void Enough_is_answered_and_enough_of_it_rightly(string set)
    {
        var judged = Directory.EnumerateFiles(Folder, set + "-*.md").SelectMany(Judgement.Read).Select(j => Judged.Ask(RepositoryContent.Edition, j)).ToList();
        var inScope = judged.Where(j => !j.Judgement.IsOutOfScope).ToList();
        var answered = inScope.Where(j => j.IsAnswered).ToList();
        Assert.True(inScope.Count > 400);
        Assert.InRange((double)answered.Count / inScope.Count, AnsweredFloor, 1);
        Assert.InRange((double)answered.Count(j => j.IsFine) / answered.Count, RightFloor, 1);
        var outOfScope = judged.Where(j => j.Judgement.IsOutOfScope).ToList();
        Assert.InRange((double)outOfScope.Count(j => j.IsFine) / outOfScope.Count, OutOfScopeFloor, 1);
    }

    [Fact]
    public void Every_wanted_section_exists()
    {
        var addresses = RepositoryContent.Edition.Librarian.Passages.Select(p => p.Address.ToString()).ToHashSet();
        Assert.Equal([], Directory.EnumerateFiles(Folder, "*.md").SelectMany(Judgement.Read).SelectMany(j => j.Wanted.SelectMany(w => w).Where(s => !addresses.Contains(s)).Select(s => $"{j.Place}: {s}")));
    }

    [Fact]
    public void A_question_stands_in_one_file_only()
    {
        var all = Directory.EnumerateFiles(Folder, "*.md").SelectMany(Judgement.Read).ToLookup(j => string.Join(" > ", j.Before.Append(j.Question)).Normalize());
        Assert.Equal([], all.Where(same => same.Select(j => j.Place.Split(':')[0]).Distinct().Count() > 1).Select(same => same.Key));
    }
}
