using Knowledge.Decoding;

namespace Knowledge.Tests.Decoding;

public class LegacyTextTests
{
    [Theory]
    [InlineData("hå s¬", "hồ sơ")]
    [InlineData("nép hå s¬ trùc tuyÕn ë ®©u", "nộp hồ sơ trực tuyến ở đâu")]
    [InlineData("kÕt qu¶ thñ tôc hµnh chÝnh", "kết quả thủ tục hành chính")]
    public void Tcvn3_becomes_unicode(string typed, string expected) => Assert.Equal(expected, LegacyText.ToUnicode(typed));

    [Theory]
    [InlineData("noäp hoà sô qua maïng ôû ñaâu", "nộp hồ sơ qua mạng ở đâu")]
    [InlineData("gọi ai", "gọi ai")]
    [InlineData("traû keát quaû taïi quaày naøo", "trả kết quả tại quầy nào")]
    public void Vni_becomes_unicode(string typed, string expected) => Assert.Equal(expected, LegacyText.ToUnicode(typed));

    [Theory]
    [InlineData("lên mạng nộp hồ sơ")]
    [InlineData("hòa bình cà phê")]
    [InlineData("a café résumé")]
    [InlineData("nop ho so")]
    [InlineData("")]
    public void Unicode_stays_as_it_is(string text) => Assert.Equal(text, LegacyText.ToUnicode(text));
}
