using Knowledge.Notices;

namespace Knowledge.Tests.Notices;

public class CatalogueTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_faulty_file_leaves_the_last_good_version_answering()
    {
        var good = Catalogue.Read([Sample.File()], Catalogue.Empty);
        var after = Catalogue.Read([Sample.File(Sample.Text.Replace("status: historical", "status: ?", StringComparison.Ordinal))], good);
        Assert.Same(good.Notices["mau"], after.Notices["mau"]);
        Assert.NotEmpty(after.Faults);
    }

    [Fact]
    public void A_file_that_is_gone_answers_no_more()
    {
        var good = Catalogue.Read([Sample.File()], Catalogue.Empty);
        Assert.Empty(Catalogue.Read([], good).Notices);
    }

    [Fact]
    public void A_notice_made_a_draft_answers_no_more()
    {
        var good = Catalogue.Read([Sample.File()], Catalogue.Empty);
        Assert.Empty(Catalogue.Read([Sample.File(Sample.Text.Replace("status: historical", "status: draft", StringComparison.Ordinal))], good).Notices);
    }

    [Fact]
    public void Two_files_of_one_name_are_a_fault()
    {
        var other = Sample.File(Sample.Text.Replace("kind: thông báo", "kind: hướng dẫn", StringComparison.Ordinal), "notices/huong-dan/mau.md");
        Assert.Contains(Catalogue.Read([Sample.File(), other], Catalogue.Empty).Faults, f => f.Message.Contains("trùng tên", StringComparison.Ordinal));
    }

    [Fact]
    public void Dead_links_are_faults()
    {
        var text = Sample.Text.Replace("superseded-by: []", "superseded-by: [khong-co]", StringComparison.Ordinal).Replace("audience=citizen", "now=khong-co#gi", StringComparison.Ordinal);
        var faults = Catalogue.Read([Sample.File(text)], Catalogue.Empty).Contradictions(Today).ToList();
        Assert.Equal(2, faults.Count);
    }

    [Theory]
    [InlineData("in-force", "Quầy 7", 1)]
    [InlineData("in-force", "Quầy 19", 0)]
    [InlineData("historical", "Quầy 7", 0)]
    public void One_label_may_not_have_two_values_in_notices_in_force(string status, string counter, int faults)
    {
        var first = Sample.Text.Replace("status: historical", "status: in-force", StringComparison.Ordinal);
        var second = Sample.Text.Replace("status: historical", "status: " + status, StringComparison.Ordinal).Replace("counter: Quầy 19", "counter: " + counter, StringComparison.Ordinal);
        var catalogue = Catalogue.Read([Sample.File(first), Sample.File(second, "notices/thong-bao/hai.md")], Catalogue.Empty);
        Assert.Equal(faults, catalogue.Contradictions(Today).Count());
    }

    [Fact]
    public void A_notice_that_has_run_out_contradicts_nothing()
    {
        var first = Sample.Text.Replace("status: historical", "status: in-force", StringComparison.Ordinal);
        var ended = first.Replace("to: null", "to: 2021", StringComparison.Ordinal).Replace("counter: Quầy 19", "counter: Quầy 7", StringComparison.Ordinal);
        var catalogue = Catalogue.Read([Sample.File(first), Sample.File(ended, "notices/thong-bao/hai.md")], Catalogue.Empty);
        Assert.Empty(catalogue.Contradictions(Today));
    }
}
