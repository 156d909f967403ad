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
    [InlineData("tôi muốn hỏi", null)]
    [InlineData("phòng 12 tầng 3", null)]
    [InlineData("phòng G12", null)]
    [InlineData("mấy giờ đóng cửa, 16 h30", null)]
    [InlineData("thông tư về G20", null)]
    public void The_beginning_of_a_code_is_told(string typed, string? beginning) => Assert.Equal(beginning, DossierCode.Beginning(typed));
}
