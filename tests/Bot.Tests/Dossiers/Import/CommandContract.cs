using Bot.Dossiers.Import;
using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <summary>The command "dossiers", from its arguments to its exit code, over either store.</summary>
public abstract class CommandContract(TestData data) : ImportStore(data)
{
    [Fact]
    public async Task What_was_imported_is_told_and_found()
    {
        var (code, output, errors) = await RunAsync("import", Written(Row(1), Row(2)));
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("2 hồ sơ đã nhập, 0 hồ sơ đã bỏ, 0 dòng lỗi.", output.Trim());
        Assert.NotNull(await FindAsync(1));
    }

    [Fact]
    public async Task Faulty_rows_are_listed_apart_and_make_another_exit_code()
    {
        var file = Lines(Headers + ";Lạ", Row(1, "lưu kho"), Faulty(2));
        var (code, output, errors) = await RunAsync("import", file);
        Assert.Equal((3, "dòng 3: không có số điện thoại hay số giấy tờ để đối chiếu"), (code, errors.Trim()));
        Assert.Equal(["Cột không dùng: Lạ", "Trạng thái ngoài danh mục, giữ nguyên văn: lưu kho", "1 hồ sơ đã nhập, 0 hồ sơ đã bỏ, 1 dòng lỗi."], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Flags_and_the_moment_are_understood()
    {
        await RunAsync("import", Written(Rows(1, 4)));
        var (refused, _, why) = await RunAsync("import", Written(Row(1)), "--snapshot");
        Assert.Equal((1, true), (refused, why.Contains("--force")));
        Assert.Equal(0, (await RunAsync("import", Written(Row(1)), "--snapshot", "--force")).Code);
        Assert.Equal([Code(1)], Codes());
        var (old, _, errors) = await RunAsync("import", Written(Row(2)), "--as-of=2026-11-20T07:00:00+07:00");
        Assert.Equal((1, true), (old, errors.Contains("2026-11-20 07:00:00")));
        Assert.Equal(0, (await RunAsync("import", Written(Row(2)), "--force", "--as-of=2026-11-20T07:00:00+07:00")).Code);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), (await FindAsync(2))!.AsOf);
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("list")]
    [InlineData("import", "a.csv", "b.csv")]
    [InlineData("import", "a.csv", "--snapsot")]
    [InlineData("import", "a.csv", "-f")]
    [InlineData("import", "a.csv", "--as-of", "2026-11-20")]
    [InlineData("import", "a.csv", "--Dosiers:Mapping=x")]
    [InlineData("import", "a.csv", "--snapshot=true")]
    public async Task What_is_not_understood_shows_how_it_is_used(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Cách dùng: dossiers import", errors);
    }

    [Theory]
    [InlineData("--as-of=hôm qua", "as-of")]
    [InlineData("--as-of=2999-01-01", "as-of")]
    [InlineData("--Dossiers:Mapping=/nowhere.json", "Dossiers:Mapping")]
    [InlineData("--Dossiers:Agencies=H5", "Dossiers:Agencies")]
    public async Task A_bad_setting_is_named_in_one_line(string argument, string named)
    {
        var (code, _, errors) = await RunAsync("import", Written(Row(1)), argument);
        Assert.Equal(1, code);
        Assert.Contains(named, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("a.csv", "", "trống")]
    [InlineData("a.csv", "a;b\n1;2\n", "thiếu cột MaHoSo, TrangThaiHoSo")]
    [InlineData("a.csv", null, "Không có tệp")]
    [InlineData("a.xls", "x", ".csv hoặc .xlsx")]
    [InlineData("a.xlsx", "MaHoSo;TenTTHC\n", "không phải là tệp XLSX")]
    public async Task A_wrong_file_is_told_in_one_line(string name, string? text, string told)
    {
        var path = Path.Combine(Folder.Path, name);
        if (text is not null) File.WriteAllText(path, text);
        var (code, output, errors) = await RunAsync("import", path);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("   at ", errors);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var store = Data.Options.Postgres is { } connection ? "--Storage:Postgres=" + connection : "--Data:Path=" + Data.Options.Path;
        var code = await DossiersCommand.RunAsync([.. arguments, store], Time, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
