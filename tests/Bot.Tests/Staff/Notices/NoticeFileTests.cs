using Bot.Staff.Notices;

namespace Bot.Tests.Staff.Notices;

/// <summary>Of what a page sends, only a name becomes a path.</summary>
public sealed class NoticeFileTests
{
    [Fact]
    public void A_folder_and_a_name_are_a_path_and_back()
    {
        var file = NoticeFile.Of("thu-tuc", "cap-cchn-2026")!;
        Assert.Equal("notices/thu-tuc/cap-cchn-2026.md", file.Path);
        Assert.Equal("thủ tục", file.Kind);
        Assert.Equal(file, NoticeFile.Of(file.Path));
    }

    [Theory]
    [InlineData("..", "replies")]
    [InlineData("thu-tuc", "..")]
    [InlineData("thu-tuc", "../../replies")]
    [InlineData("thu-tuc", "a/b")]
    [InlineData("thu-tuc", "a\\b")]
    [InlineData("thu-tuc", "/etc/passwd")]
    [InlineData("thu-tuc", "a.md")]
    [InlineData("thu-tuc", "Tên")]
    [InlineData("thu-tuc", "a b")]
    [InlineData("thu-tuc", "a--b")]
    [InlineData("thu-tuc", "-a")]
    [InlineData("thu-tuc", "a\n")]
    [InlineData("thu-tuc", "a\0")]
    [InlineData("thu-tuc", "")]
    [InlineData("pages", "words")]
    [InlineData("", "a")]
    public void Anything_else_is_none(string folder, string name) => Assert.Null(NoticeFile.Of(folder, name));

    [Fact]
    public void A_name_has_an_end()
    {
        Assert.NotNull(NoticeFile.Of("thu-tuc", new string('a', 100)));
        Assert.Null(NoticeFile.Of("thu-tuc", new string('a', 101)));
    }
}
