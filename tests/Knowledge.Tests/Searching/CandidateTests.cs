using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Searching;

namespace Knowledge.Tests.Searching;

public class CandidateTests
{
    private static readonly string[] Words = "hồ sơ nộp quầy phí giấy phép nhà thuốc phòng khám hạn lễ bưu điện mạng cổng cán bộ khẩu trang".Split(' ');

    // More passages than one block of sums, so that the order of blocks and the ends of postings are tried, too.
    private static PassageIndex Build(int passages, int candidates)
    {
        var random = new Random(7);
        var builder = new PassageIndexBuilder(Vocabulary.Empty, new IndexParameters { Candidates = candidates });
        for (var i = 0; i < passages; i++)
            builder.Add(new IndexedText([new(string.Join(' ', Enumerable.Range(0, 12).Select(_ => Words[random.Next(Words.Length)])) + (i % 1000 == 17 ? " hiếm" : ""))]));
        return builder.Build();
    }

    [Theory]
    [InlineData("nộp hồ sơ ở quầy")]
    [InlineData("khẩu trang cán bộ phòng khám")]
    [InlineData("hiếm nhà thuốc")]
    public void The_best_passage_is_the_same_whether_some_or_all_are_read(string question)
    {
        const int passages = 9000;
        var (few, all) = (Build(passages, 60), Build(passages, passages));
        var (found, expected) = (Search(few, question), Search(all, question));
        Assert.Equal(expected[0].Passage, found[0].Passage);
        Assert.Equal(expected[0].Score, found[0].Score, 4);
        // The postings know nothing of pairs: of passages that are made of the same few words, they may miss some at the edge.
        Assert.True(found.Count(f => expected.Any(e => e.Passage == f.Passage)) >= 5);

        static IReadOnlyList<Hit> Search(PassageIndex index, string question) => new Searcher(index).Search(index.Analyzer.Analyze(question), 10);
    }

    [Fact]
    public void The_same_question_finds_the_same_passages_after_another_index_was_asked()
    {
        var (one, other) = (Build(500, 20), Build(40, 20));
        var before = new Searcher(one).Search(one.Analyzer.Analyze("nhà thuốc"), 5);
        new Searcher(other).Search(other.Analyzer.Analyze("hồ sơ phí giấy"), 5);
        Assert.Equal(before.AsEnumerable(), new Searcher(one).Search(one.Analyzer.Analyze("nhà thuốc"), 5));
    }
}
