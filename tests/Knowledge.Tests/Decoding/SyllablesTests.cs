using Knowledge.Decoding;

namespace Knowledge.Tests.Decoding;

public class SyllablesTests
{
    [Theory]
    [InlineData("nghiêng")]
    [InlineData("quyết")]
    [InlineData("gì")]
    [InlineData("giếng")]
    [InlineData("khuya")]
    [InlineData("được")]
    [InlineData("yêu")]
    [InlineData("ở")]
    [InlineData("quầy")]
    [InlineData("oằn")]
    public void A_vietnamese_syllable(string word) => Assert.True(Syllables.IsSyllable(word));

    [Theory]
    [InlineData("bluezone")]
    [InlineData("hs")]
    [InlineData("nộpp")]
    [InlineData("hò c")]
    [InlineData("các̉")]
    [InlineData("tòc")]
    [InlineData("")]
    public void No_vietnamese_syllable(string word) => Assert.False(Syllables.IsSyllable(word));
}
