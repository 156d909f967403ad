using Bot.Staff;
using Bot.Tests.Hosting;
using Bot.Tests.Staff.Word;
using Knowledge.Notices;

namespace Bot.Tests.Staff;

/// <summary>The command "notice import", from its arguments to its exit code.</summary>
public sealed class NoticeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Written(string name = "TB 12 (bản cuối).docx")
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, new WordBuilder().Letterhead("UBND TỈNH MẪU", "SỞ Y TẾ", "Số: 12/QĐ-SYT", "Mẫu Sơn, ngày 05 tháng 8 năm 2026").Centred("QUYẾT ĐỊNH").Centred("Về việc thử").Text("Một.").Build().ToArray());
        return path;
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (NoticeCommand.Run(arguments, new ManualTime(), output, errors), output.ToString(), errors.ToString());
    }

    [Fact]
    public void The_draft_lies_beside_its_word_file()
    {
        var (code, output, errors) = Run("import", Written());
        var draft = Path.Combine(folder.Path, "tb-12-ban-cuoi.md");
        Assert.Equal((3, $"Bản nháp: {draft}; 4 điều chưa đưa vào hoặc cần xem lại.\n"), (code, output));
        Assert.Equal("- Không tìm thấy trong tệp, bản nháp để trống: effective, source.url\n- Nơi ban hành: «Mẫu Sơn»\n- Cơ quan chủ quản: «UBND TỈNH MẪU»\n- Quốc hiệu và tiêu ngữ\n", errors);
        Assert.Contains("reviewed: 2026-11-21\n", File.ReadAllText(draft));
    }

    [Fact]
    public void It_goes_to_a_folder_of_the_content_as_the_kind_of_that_folder()
    {
        var place = Directory.CreateDirectory(Path.Combine(folder.Path, "content", "notices", "thong-bao")).FullName;
        Assert.Equal(3, Run("import", Written(), "--into", place).Code);
        Assert.Equal(3, Run("import", "--into", Path.Combine(place, "thu.md"), Written()).Code);
        var (files, _) = new ContentFolder(Path.Combine(folder.Path, "content")).Read();
        Assert.Equal(["notices/thong-bao/tb-12-ban-cuoi.md", "notices/thong-bao/thu.md"], files.Select(f => f.Path));
        Assert.Empty(Catalogue.Read(files, Catalogue.Empty).Faults);
        Assert.All(files, f => Assert.Contains("kind: thông báo\ndocument: quyết định\n", f.Text));
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        var draft = Path.Combine(folder.Path, "tb-12-ban-cuoi.md");
        File.WriteAllText(draft, "của tôi");
        var (code, output, errors) = Run("import", Written());
        Assert.Equal((1, "", "của tôi"), (code, output, File.ReadAllText(draft)));
        Assert.Contains("không ghi đè", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("không có.docx", null, "Không có tệp")]
    [InlineData("a.docx", "không có", "Không có thư mục")]
    [InlineData("a.docx", "Tên sai.md", "không dấu")]
    [InlineData("hỏng.docx", null, "không phải là tệp Word")]
    public void What_is_wrong_is_told_in_one_line_and_nothing_is_written(string name, string? into, string told)
    {
        Written("a.docx");
        File.WriteAllText(Path.Combine(folder.Path, "hỏng.docx"), "x");
        var path = Path.Combine(folder.Path, name);
        var (code, output, errors) = into is null ? Run("import", path) : Run("import", path, "--into", Path.Combine(folder.Path, into));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal([], Directory.GetFiles(folder.Path, "*.md"));
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("export", "a.docx")]
    [InlineData("import", "a.docx", "b.docx")]
    [InlineData("import", "a.docx", "--in", "b")]
    [InlineData("import", "--force")]
    public void What_is_not_understood_shows_how_it_is_used(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Cách dùng: notice import", errors);
    }
}
