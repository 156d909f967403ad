using Bot.Recognizers;
using Bot.Tests.Conversations;

namespace Bot.Tests.Dossiers;

/// <summary>The table of codes.md: what is typed, and the code that is read in it.</summary>
public class CodeTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(RepositoryContent.Root, "tests/Bot.Tests/Dossiers/codes.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
            {
                var cells = line.Replace(@"\|", "\u0001", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                rows.Add(cells[0].Replace('\u0001', '|'), cells[1]);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_code_is_read_as_the_table_says(string typed, string code) => Assert.Equal(code, DossierCode.Read(typed)?.Text ?? "—");

    [Theory]
    [InlineData("000.00.15.H37-261102", "000.00.15.H37-261102")]
    [InlineData("mã em là h37.15 - 261102 -", "H37.15-261102")]
    [InlineData("000.00.15.H37", "000.00.15.H37")]
    [InlineData("000.00.15", "000.00.15")]
    [InlineData("000.00.15.H", "000.00.15.H")]
    [InlineData("000.00.15.H37-2609", "000.00.15.H37-2609")]
    [InlineData("H37.15-2609", "H37.15-2609")]
    [InlineData("H37.15-260914-00", "H37.15-260914-00")]
    [InlineData("0912345678", null)]
    [InlineData("1.011443.000.00.00", null)]
    [InlineData("lệ phí 250 000 00", null)]
    [InlineData("0000", null)]
    [InlineData("tôi muốn hỏi", null)]
    [InlineData("phòng 12 tầng 3", null)]
    [InlineData("phòng G12", null)]
    [InlineData("mấy giờ đóng cửa, 16 h30", null)]
    [InlineData("thông tư về G20", null)]
    public void The_beginning_of_a_code_is_told(string typed, string? beginning) => Assert.Equal(beginning, DossierCode.Beginning(typed));

    [Theory]
    [InlineData("000.00.15", "H37-260914-0003", "000.00.15.H37-260914-0003")]
    [InlineData("000.00.15.H37-2609", "14-0003", "000.00.15.H37-260914-0003")]
    [InlineData("000.00.15.H37", "260914-0003 1234", "000.00.15.H37-260914-0003")]
    [InlineData("H37.15-260914-00", "03", "H37.15-260914-0003")]
    [InlineData("H37.15-260914", "- 0003", "H37.15-260914-0003")]
    [InlineData("000.00.15", "H37.15-260914-0003", null)]
    [InlineData("000.00.15.H37-260914", "000.00.15.H37-260914-0003", null)]
    [InlineData("000.00.15.H37", "tôi không nhớ", null)]
    public void A_code_is_joined_of_two_messages(string beginning, string message, string? code) =>
        Assert.Equal(code, DossierCode.Joined(beginning, message) is { } whole ? DossierCode.Read(whole)?.Text : null);

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("2019", "2019")]
    [InlineData("dạ 2019 ạ", "2019")]
    [InlineData("là 2019", "2019")]
    [InlineData("Vâng, số 2019 ạ", "2019")]
    [InlineData("1 2 3 4", "1234")]
    [InlineData("dạ 1 2 3 4", "1234")]
    [InlineData("1-2-3-4", "1234")]
    [InlineData("12 34", "1234")]
    [InlineData("0 9 1 2 3 4 5 6 7 8", "5678")]
    [InlineData("1 2 3", null)]
    [InlineData("1 2 3 4 5", null)]
    [InlineData("1.234", null)]
    [InlineData("giấy ở mục 1 2 3 4 là gì", null)]
    [InlineData("nộp từ 2025", null)]
    [InlineData("nộp 2026", null)]
    [InlineData("H37.15-261102-0007 nộp 2026", null)]
    [InlineData("H37.15-261102-0007 từ 2025", null)]
    [InlineData("2026 cấp", null)]
    [InlineData("H37.15-261102-0007|Giấy tiếp nhận|02/11/2026", null)]
    [InlineData("1.012289", null)]
    [InlineData("so cuoi 1234", "1234")]
    [InlineData("H37.15-261102-0007 2019", "2019")]
    [InlineData("H37.15-261102-0007 của tôi 5678", "5678")]
    [InlineData("1357 H37.15-2610260001", "1357")]
    [InlineData("0912 345 678", "5678")]
    [InlineData("+84 912 345 678", "5678")]
    [InlineData("020099001234", "1234")]
    [InlineData("sinh 1990, 0912345678", "5678")]
    [InlineData("nộp năm 2026, 1234", "1234")]
    [InlineData("https://dichvucong.gov.vn/tra-cuu/2026?ma=H37.15-261102-0007&id=9876 1234", "1234")]
    [InlineData("https://dichvucong.gov.vn/tra-cuu/2026?ma=H37.15-261102-0007&ten=An%20B&id=9876", null)]
    [InlineData("dichvucong.gov.vn/tra-cuu/2026?id=9876", null)]
    [InlineData("nộp ngày 14/09/2026 sao chưa thấy gì", null)]
    [InlineData("14-9-2026", null)]
    [InlineData("14.09.2026", null)]
    [InlineData("2026/09/14", null)]
    [InlineData("tháng 9/2026", null)]
    [InlineData("ngày 14 tháng 9 năm 2026", null)]
    [InlineData("nam 2026", null)]
    [InlineData("nộp hồi 2026 mà chưa xong", null)]
    [InlineData("giấy hẹn số 05/2026", null)]
    [InlineData("công văn 1234/QĐ-UBND", null)]
    [InlineData("nghị định 96/2023/NĐ-CP", null)]
    [InlineData("H37.15-261102-0007 và H37.15-261102-0009", null)]
    [InlineData("000.00.15.H37-20261102", null)]
    public void A_verifier_is_told_from_other_numbers(string typed, string? verifier) => Assert.Equal(verifier, Verifier.Read(typed, isNamed: false));

    [Theory]
    [InlineData("H37.15-261102-0007 đuôi 2019", "2019")]
    [InlineData("H37.15-261102-0007 nộp năm 2026, đuôi 2019", "2019")]
    [InlineData("số cuối là 1 2 3 4", "1234")]
    [InlineData("nộp ngày 14/09/2026, sđt tôi quên", null)]
    public void A_verifier_that_is_named_may_look_like_a_year(string typed, string? verifier) => Assert.Equal(verifier, Verifier.Read(typed, isNamed: true));
}
