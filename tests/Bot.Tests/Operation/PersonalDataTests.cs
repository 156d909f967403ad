using Bot.Operation.Logs;

namespace Bot.Tests.Operation;

/// <summary>What is masked in the log, and what must stay readable.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("gọi 0912345678 nhé", "gọi *** nhé")]
    [InlineData("gọi 0912 345 678", "gọi ***")]
    [InlineData("gọi 0912.345.678.", "gọi ***.")]
    [InlineData("sđt:091-234-5678", "sđt:***")]
    [InlineData("sđt0912345678", "sđt***")]
    [InlineData("+84 912 345 678", "***")]
    [InlineData("(024) 3826 5678", "***")]
    [InlineData("cccd 001199001234", "cccd ***")]
    [InlineData("cccd 001 199 001 234", "cccd ***")]
    [InlineData("cmnd 123456789,", "cmnd ***,")]
    [InlineData("hồ sơ 000.00.15.H37-200805-0001 đâu", "hồ sơ *** đâu")]
    [InlineData("hồ sơ h37.15 - 240823 - 0001", "hồ sơ ***")]
    [InlineData("G09.20-20240823-12345", "***")]
    [InlineData("H37.15–240823–0001", "***")]
    [InlineData("192.168.100.200", "***")]
    public void A_number_of_a_person_is_masked(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text));

    [Theory]
    [InlineData("5 of 12 turns took 1234 ms")]
    [InlineData("mlfsxmtmgothoyktohxfclesbndg|0000001")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("notices/thong-bao/tiep-nhan-ho-so-covid-2020.md:12: thiếu khóa")]
    [InlineData("ngày 21/11/2026")]
    public void What_is_none_stays(string text) => Assert.Equal(text, PersonalData.Mask(text));
}
