using Knowledge.Decoding;

namespace Knowledge.Tests.Decoding;

public class SlipsTests
{
    private static readonly DecoderParameters Costs = DecoderParameters.Default;

    [Theory]
    [InlineData("hsnh", "hanh", true)]
    [InlineData("hpnh", "hanh", false)]
    [InlineData("npộ", "nộp", true)]
    [InlineData("nộ", "nộp", true)]
    [InlineData("nộpp", "nộp", true)]
    [InlineData("nộgp", "nộp", false)]
    public void A_slip_to_a_neighbouring_key_is_cheaper_than_one_across_the_keyboard(string typed, string meant, bool isNear) =>
        Assert.Equal(isNear, Slips.Cost(typed, meant, Costs) <= Costs.Slip);

    [Fact]
    public void Diacritics_that_were_typed_speak_for_the_word_that_has_them() =>
        Assert.True(Slips.Cost("đăn", "đăng", Costs) < Slips.Cost("đăn", "dân", Costs));

    [Theory]
    [InlineData("nộp", "quầy")]
    [InlineData("nopp", "nộp hồ")]
    public void Two_slips_are_no_slip(string typed, string meant) => Assert.Equal(float.PositiveInfinity, Slips.Cost(typed, meant, Costs));
}
