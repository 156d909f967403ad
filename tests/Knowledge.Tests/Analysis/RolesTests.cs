using Knowledge.Analysis;

namespace Knowledge.Tests.Analysis;

public class RolesTests
{
    private static readonly Analyzer Analyzer = new(Vocabulary.Empty with { Roles = [new Role(["công chức", "chị ở quầy"], "officer"), new Role(["tôi", "dân"], null)], Negations = ["không", "quên"] });

    [Theory]
    [InlineData("công chức không đeo khẩu trang", 0)]
    [InlineData("chi o quay quen deo khau trang", 0)]
    [InlineData("tôi không đeo khẩu trang", 1)]
    [InlineData("công chức thấy dân không đeo khẩu trang", 1)]
    public void Who_does_not_do_something_is_told(string text, int role)
    {
        var match = Assert.Single(Analyzer.Analyze(text).Concepts);
        Assert.Equal(role, match.Concept);
        Assert.True(Analyzer.IsRole(match.Concept));
    }

    [Theory]
    [InlineData("công chức có đeo khẩu trang không")]
    [InlineData("không đeo khẩu trang")]
    [InlineData("công chức phải làm những việc gì khi dân đến mà không mang giấy")]
    public void A_question_or_a_denial_far_away_tells_of_nobody(string text) =>
        Assert.DoesNotContain(Analyzer.Analyze(text).Concepts, m => m.Concept == 0);

    [Theory]
    [InlineData("officer", "công chức phải làm gì", true)]
    [InlineData("officer", "đến nộp phải làm gì", false)]
    [InlineData("citizen", "đến nộp phải làm gì", true)]
    public void What_is_written_for_officers_concerns_who_names_them(string audience, string text, bool expected) =>
        Assert.Equal(expected, Analyzer.Concerns(audience, Analyzer.WrittenOut(text)));
}
