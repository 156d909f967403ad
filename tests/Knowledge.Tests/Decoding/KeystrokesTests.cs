using Knowledge.Analysis;
using Knowledge.Decoding;

namespace Knowledge.Tests.Decoding;

public class KeystrokesTests
{
    [Theory]
    [InlineData("hoof", "hồ")]
    [InlineData("sow", "sơ")]
    [InlineData("dduwowcj", "được")]
    [InlineData("dduwowjc", "được")]
    [InlineData("dduwojwc", "được")]
    [InlineData("duowcjd", "được")]
    [InlineData("nooj", "nộ")]
    [InlineData("noopj", "nộp")]
    [InlineData("nojop", "nộp")]
    [InlineData("ddaau", "đâu")]
    [InlineData("owr", "ở")]
    [InlineData("truwowngf", "trường")]
    [InlineData("truowfng", "trường")]
    [InlineData("nhw", "như")]
    [InlineData("quys", "quý")]
    [InlineData("gif", "gì")]
    [InlineData("giaays", "giấy")]
    [InlineData("ho62", "hồ")]
    [InlineData("so7", "sơ")]
    [InlineData("d9u7o7c5", "được")]
    [InlineData("d9a6u", "đâu")]
    [InlineData("no6p5", "nộp")]
    [InlineData("o73", "ở")]
    public void Raw_keys_are_the_syllable_they_were_meant_for(string keys, string meant) => Assert.Equal(meant, Keystrokes.Read(keys));

    [Theory]
    [InlineData("sau")]
    [InlineData("trung")]
    [InlineData("wifi")]
    [InlineData("covid")]
    [InlineData("19")]
    [InlineData("h37")]
    [InlineData("bluezone")]
    [InlineData("xsmb")]
    [InlineData("hồ")]
    public void What_makes_no_other_syllable_is_left(string keys) => Assert.Null(Keystrokes.Read(keys));

    // Every syllable of a text comes back from its keys, with the tone key at the end of the word and right behind the vowel.
    [Theory]
    [InlineData("thủ tục hành chính nộp hồ sơ trực tuyến được giải quyết đúng hạn quyển truyện khuya nghiêng ngoằn xoong")]
    [InlineData("người dân gửi giấy tờ qua dịch vụ bưu chính công ích rồi chờ kết quả tại nhà không phải đến quầy")]
    public void Every_syllable_comes_back_from_its_telex_keys(string text)
    {
        foreach (var word in text.Split(' '))
            foreach (var keys in Telex(word))
                if (keys != word)
                    Assert.Equal(Normalizer.Normalize(word), Keystrokes.Read(keys));
    }

    private static IEnumerable<string> Telex(string word)
    {
        var (atEnd, behindVowel, tone) = ("", "", "");
        foreach (var letter in word)
        {
            var shape = Letters.WithoutTone(letter) switch { 'ă' => "aw", 'â' => "aa", 'ê' => "ee", 'ô' => "oo", 'ơ' => "ow", 'ư' => "uw", 'đ' => "dd", var plain => plain.ToString() };
            var key = Letters.ToneOf(letter) switch { '\u0301' => "s", '\u0300' => "f", '\u0309' => "r", '\u0303' => "x", '\u0323' => "j", _ => "" };
            (atEnd, behindVowel, tone) = (atEnd + shape, behindVowel + shape + key, tone + key);
        }
        yield return atEnd + tone;
        yield return behindVowel;
    }
}
