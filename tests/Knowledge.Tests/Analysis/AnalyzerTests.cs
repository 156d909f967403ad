using Knowledge.Analysis;
using Knowledge.Notices;

namespace Knowledge.Tests.Analysis;

public class AnalyzerTests
{
    private static readonly Vocabulary Words = Vocabulary.Read(
    [
        new ContentFile("abbreviations.md", """
            | viết tắt | nghĩa | khi đứng cạnh |
            |---|---|---|
            | hs | hồ sơ | |
            | bs | bác sĩ | ơi |
            | bs | bổ sung | giấy, hồ sơ |
            | ko, k | không | |
            """),
        new ContentFile("synonyms.md", "- bưu điện = bưu chính công ích = chuyển phát\n- quầy = bàn"),
        new ContentFile("fillers.md", "- cho em hỏi, ạ, nhé"),
    ], new List<Fault>());

    private static readonly Analyzer Analyzer = new(Words);

    [Theory]
    [InlineData("nộp hs ở đâu", "nộp hồ sơ ở đâu")]
    [InlineData("bs ơi", "bác sĩ ơi")]
    [InlineData("bs giấy gì", "bổ sung giấy gì")]
    [InlineData("bs hs", "bổ sung hồ sơ")]
    [InlineData("bs", "bs")]
    [InlineData("được ko", "được không")]
    [InlineData("kho hs", "kho hồ sơ")]
    public void Short_forms_are_written_out_where_their_neighbours_allow(string typed, string expected)
    {
        var text = Analyzer.WrittenOut(typed);
        Assert.Equal(expected, string.Join(' ', text.Tokens.Select(t => text.ExactOf(t).ToString())));
    }

    [Theory]
    [InlineData("cho em hỏi nộp ở đâu ạ", "nop o dau")]
    [InlineData("cho em hoi nop o dau a", "nop o dau")]
    [InlineData("ạ", "a")]
    public void Fillers_are_left_out_unless_nothing_else_was_said(string typed, string expected)
    {
        var text = Analyzer.Analyze(typed).Text;
        Assert.Equal(expected, string.Join(' ', text.Tokens.Select(t => text.FoldedOf(t).ToString())));
    }

    [Theory]
    [InlineData("gửi bưu điện")]
    [InlineData("gui buu dien")]
    [InlineData("qua bưu chính công ích")]
    [InlineData("chuyển phát")]
    public void Synonyms_are_found_with_and_without_diacritics(string typed) => Assert.Single(Analyzer.Analyze(typed).Concepts);

    [Fact]
    public void A_word_with_other_diacritics_is_no_synonym() => Assert.Empty(Analyzer.Analyze("bán thuốc").Concepts);

    [Theory]
    [InlineData("synonyms.md", "- một từ", 1)]
    [InlineData("abbreviations.md", "| a | b |\n|---|---|\n| hs | |", 3)]
    public void A_line_that_cannot_be_read_is_a_fault_at_its_line(string file, string text, int line)
    {
        var faults = new List<Fault>();
        Vocabulary.Read([new ContentFile(file, text)], faults);
        Assert.Equal((file, line), (Assert.Single(faults).File, faults[0].Line));
    }
}
