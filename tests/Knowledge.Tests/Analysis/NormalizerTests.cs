using System.Text;
using Knowledge.Analysis;

namespace Knowledge.Tests.Analysis;

public class NormalizerTests
{
    [Theory]
    [InlineData("Hồ Sơ", "hồ sơ")]
    [InlineData("hoà", "hòa")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("thuý", "thúy")]
    [InlineData("quý vị", "quý vị")]
    [InlineData("loại", "loại")]
    [InlineData("bác sỹ", "bác sĩ")]
    [InlineData("lý lịch", "lí lịch")]
    [InlineData("y tế", "y tế")]
    [InlineData("tuyển", "tuyển")]
    [InlineData("Ðược", "được")]
    [InlineData("hồ\u200B sơ\uFEFF", "hồ sơ")]
    [InlineData("nộp\u00A0hồ sơ", "nộp hồ sơ")]
    public void Equal_spellings_become_one(string typed, string expected) => Assert.Equal(expected, Normalizer.Normalize(typed));

    [Fact]
    public void Decomposed_letters_become_composed_ones()
    {
        var decomposed = "địa chỉ nộp hồ sơ".Normalize(NormalizationForm.FormD);
        Assert.Equal("địa chỉ nộp hồ sơ", Normalizer.Normalize(decomposed));
    }

    [Fact]
    public void A_lone_surrogate_does_no_harm() => Assert.Contains("hồ sơ", Normalizer.Normalize("hồ sơ \uD800 ơi"));

    [Theory]
    [InlineData("đường dây nóng", "duong day nong")]
    [InlineData("ễ ượ ặ Ỹ", "e uo a Ỹ")]
    public void Folding_takes_tone_and_shape_and_keeps_the_length(string text, string expected)
    {
        Assert.Equal(expected, Letters.Fold(text));
        Assert.Equal(text.Length, Letters.Fold(text).Length);
    }

    // Fails where libicu is missing or InvariantGlobalization is set: Normalize() then leaves everything as it is.
    [Fact]
    public void Icu_is_there() => Assert.Equal(3, "ễ".Normalize(NormalizationForm.FormD).Length);
}
