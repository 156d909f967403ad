using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Searching;

namespace Knowledge.Tests.Searching;

public class SearcherTests
{
    private static readonly Vocabulary Words = new([], [["bưu điện", "bưu chính công ích"]], ["ạ"]);

    private static readonly string[] Passages =
    [
        "Nộp hồ sơ trực tuyến trên cổng dịch vụ công",
        "Nộp hồ sơ trực tiếp tại quầy của trung tâm",
        "Nhận kết quả qua bưu chính công ích",
        "Lệ phí của thủ tục hành chính",
    ];

    private static PassageIndex Build(params IndexedText[] texts)
    {
        var builder = new PassageIndexBuilder(Words, IndexParameters.Default);
        foreach (var text in texts) builder.Add(text);
        return builder.Build();
    }

    private static PassageIndex Build(IEnumerable<string> texts) => Build([.. texts.Select(t => new IndexedText([new(t)]))]);

    private static IReadOnlyList<Hit> Search(PassageIndex index, string question, Omission? omission = null) =>
        new Searcher(index).Search(index.Analyzer.Analyze(question), 4, null, omission);

    [Theory]
    [InlineData("nộp trực tuyến ở đâu", 0)]
    [InlineData("nop truc tuyen o dau", 0)]
    [InlineData("quầy nào", 1)]
    [InlineData("quay nao", 1)]
    [InlineData("gửi bưu điện", 2)]
    [InlineData("le phi", 3)]
    public void The_passage_that_holds_most_of_the_question_comes_first(string question, int expected) =>
        Assert.Equal(expected, Search(Build(Passages), question)[0].Passage);

    [Fact]
    public void Words_in_a_row_count_more_than_the_same_words_apart()
    {
        var index = Build(["bổ sung hồ sơ xong thì nộp giấy", "nộp hồ sơ xong thì bổ sung giấy"]);
        Assert.Equal(1, Search(index, "nop ho so")[0].Passage);
    }

    [Fact]
    public void A_question_about_nothing_here_finds_nothing() => Assert.Empty(Search(Build(Passages), "thời tiết ngày mai"));

    [Fact]
    public void Coverage_is_the_share_of_the_question_that_the_passage_holds()
    {
        var index = Build(Passages);
        Assert.Equal(1, Search(index, "nộp hồ sơ trực tuyến")[0].Coverage, 3);
        Assert.InRange(Search(index, "nộp hồ sơ xổ số")[0].Coverage, 0.1f, 0.6f);
    }

    [Fact]
    public void A_word_with_other_diacritics_covers_less()
    {
        var index = Build(["bàn nhận giấy", "bán nhà thuốc"]);
        Assert.Equal(1, Search(index, "bán")[0].Coverage);
        Assert.True(Search(index, "bản")[0].Coverage < 0.5f);
    }

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(Search(Build(Array.Empty<string>()), "nộp hồ sơ"));

    // An example question that is left out must score as if it had never been indexed, or asking it would be no test.
    [Theory]
    [InlineData("hồ sơ trực tuyến chỗ nào")]
    [InlineData("hồ sơ")]
    [InlineData("trực tuyến trực tuyến")]
    public void Leaving_a_question_out_scores_as_if_it_were_not_there(string left)
    {
        IndexedText With(int i, params string[] questions) => new([new(Passages[i]), .. questions.Select(q => new IndexedPart(q))]);
        var whole = Build(With(0, left, "gửi online"), With(1, "ra quầy"), With(2), With(3));
        var without = Build(With(0, "gửi online"), With(1, "ra quầy"), With(2), With(3));
        var (expected, actual) = (Search(without, left), Search(whole, left, new Omission(0, 1)));
        Assert.Equal(expected.Select(h => h.Passage), actual.Select(h => h.Passage));
        // The average length and the rarity of words that only the question had still differ a little.
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i].Score, actual[i].Score, expected[i].Score * 0.1);
        Assert.True(actual[0].Score < Search(whole, left)[0].Score);
    }
}
