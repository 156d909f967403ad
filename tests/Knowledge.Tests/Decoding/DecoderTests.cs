using Knowledge.Analysis;
using Knowledge.Decoding;

namespace Knowledge.Tests.Decoding;

public class DecoderTests
{
    private static readonly Decoder Decoder = new(Model(
        "nộp hồ sơ trực tuyến ở đâu", "nộp hồ sơ trực tiếp tại quầy", "nhận kết quả qua bưu chính công ích", "lệ phí thủ tục hành chính",
        "không đeo khẩu trang có được nộp hồ sơ không", "làm thế nào", "thông báo của sở y tế", "gửi giấy tờ qua mạng"), DecoderParameters.Default);

    private static SyllableModel Model(params string[] texts)
    {
        var model = new SyllableModel(new Lexicon());
        foreach (var text in texts) model.Add(Tokenizer.Tokenize(Normalizer.Normalize(text)));
        return model.Build();
    }

    [Theory]
    [InlineData("nộp hồ sơ trực tuyến ở đâu", "nộp hồ sơ trực tuyến ở đâu")]
    [InlineData("nop ho so truc tuyen o dau", "nộp hồ sơ trực tuyến ở đâu")]
    [InlineData("noopj hoof sow truwcj tuyeens owr ddaau", "nộp hồ sơ trực tuyến ở đâu")]
    [InlineData("no6p5 ho62 so7 o73 d9a6u", "nộp hồ sơ ở đâu")]
    [InlineData("nộp hò sơ trục tuyến", "nộp hồ sơ trực tuyến")]
    [InlineData("npộ hồ sơ trực tuyếnn", "nộp hồ sơ trực tuyến")]
    [InlineData("lộp hồ xơ nàm thế lào", "nộp hồ sơ làm thế nào")]
    [InlineData("nhận kêt quả", "nhận kết quả")]
    [InlineData("nhận quar", "nhận quả")]
    [InlineData("le phi thu tuc", "lệ phí thủ tục")]
    [InlineData("nop hoso truc tuyen", "nộp hồ sơ trực tuyến")]
    [InlineData("nhận kết qu", "nhận kết quả")]
    [InlineData("gai giấy tờ qua mạng", "gửi giấy tờ qua mạng")]
    [InlineData("quaf bưu chính", "qua bưu chính")]
    public void What_was_meant_is_read_from_what_was_typed(string typed, string meant) =>
        Assert.Equal(meant, Decoder.Decode(Tokenizer.Tokenize(Normalizer.Normalize(typed))).Exact);

    [Theory]
    [InlineData("bluezone")]
    [InlineData("000.00.15.h37-261102-0001")]
    [InlineData("02053.800.019")]
    [InlineData("xe máy")]
    [InlineData("tôi không biết")]
    public void What_nobody_here_says_is_left_as_it_is(string typed) =>
        Assert.Equal(Normalizer.Normalize(typed), Decoder.Decode(Tokenizer.Tokenize(Normalizer.Normalize(typed))).Exact);

    [Fact]
    public void An_empty_model_repairs_nothing() =>
        Assert.Equal("nop ho so", new Decoder(Model(), DecoderParameters.Default).Decode(Tokenizer.Tokenize("nop ho so")).Exact);
}
