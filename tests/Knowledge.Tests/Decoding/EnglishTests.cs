using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Searching;

namespace Knowledge.Tests.Decoding;

public class EnglishTests
{
    private static readonly QuestionReader Reader = Build();

    private static QuestionReader Build()
    {
        var vocabulary = Vocabulary.Empty with { English = [("where", "ở đâu"), ("submit my dossier", "nộp hồ sơ"), ("submit", "nộp"), ("counter", "quầy"), ("can", "có được không"), ("do", ""), ("i", ""), ("the", ""), ("to", "")] };
        var builder = new PassageIndexBuilder(vocabulary, IndexParameters.Default);
        builder.Add(new IndexedText([new("nộp hồ sơ ở quầy nào")]));
        return new QuestionReader(builder.Build());
    }

    [Theory]
    [InlineData("Where do I submit my dossier?", "ở đâu nộp hồ sơ ")]
    [InlineData("where is the counter", "ở đâu is quầy ")]
    public void English_is_read_as_the_words_of_the_notices(string typed, string expected)
    {
        var (text, isEnglish) = Reader.Understand(typed);
        Assert.True(isEnglish);
        Assert.Equal(expected, text.Exact);
    }

    [Theory]
    [InlineData("nop ho so o dau")]
    [InlineData("i can do to the")]
    [InlineData("counter")]
    [InlineData("nộp the counter ở đâu")]
    [InlineData("my counter sở y tế ở đâu")]
    public void Vietnamese_without_diacritics_is_not_taken_for_english(string typed) => Assert.False(Reader.Understand(typed).IsEnglish);
}
