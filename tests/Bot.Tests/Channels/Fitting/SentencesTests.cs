using Bot.Channels.Fitting;

namespace Bot.Tests.Channels.Fitting;

public class SentencesTests
{
    // "|" is the place that is asked about.
    [Theory]
    [InlineData("Quý vị nộp ở quầy.| Sau đó chờ.")]
    [InlineData("Không có gì ạ.| Quý vị cứ hỏi.")]
    [InlineData("Nộp ở đâu?| Ở quầy.")]
    [InlineData("Ghi “đã nhận.”| Sau đó ký.")]
    [InlineData("Mã là 1.012289.| Quý vị ghi lại.")]
    [InlineData("Nộp ở quầy số 5.| Quý vị đến sớm.")]
    [InlineData("Nộp ở Q. 1.| Quý vị đến sớm.")]
    [InlineData("Tại Hà Nội.| Quý vị đến sớm.")]
    public void A_sentence_ends_here(string text) => Assert.True(EndsAtMark(text));

    [Theory]
    [InlineData("Ở TP.| Lạng Sơn")]
    [InlineData("Ở Q.| 1")]
    [InlineData("Gặp ThS.| Nguyễn Văn A")]
    [InlineData("Gặp PGS. TS.| Trần")]
    [InlineData("Gặp BSCKII.| Lê")]
    [InlineData("ký thay (KT.| Giám đốc)")]
    [InlineData("Nguyễn V.| An")]
    [InlineData("gồm ảnh, đơn, v.v.| Và khác")]
    [InlineData("1.| Nộp hồ sơ")]
    [InlineData("gồm:\n12.| Nộp hồ sơ")]
    [InlineData("2.1.| Nơi nộp")]
    [InlineData("khoảng tr.| đồng")]
    [InlineData("nộp hồ sơ| ở quầy")]
    [InlineData("gồm:| một")]
    public void No_sentence_ends_here(string text) => Assert.False(EndsAtMark(text));

    private static bool EndsAtMark(string text) => Sentences.EndAt(text.Replace("|", "", StringComparison.Ordinal), text.IndexOf('|', StringComparison.Ordinal));
}
