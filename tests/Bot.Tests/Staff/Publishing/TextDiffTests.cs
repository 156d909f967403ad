using Bot.Staff.Publishing;

namespace Bot.Tests.Staff.Publishing;

/// <summary>What is shown of two texts.</summary>
public sealed class TextDiffTests
{
    [Theory]
    [InlineData("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nD\ne\nf\ng", "…| b| c|-d|+D| e| f|…")]
    [InlineData("a\nb", "a\nb", "")]
    [InlineData(null, "a\nb", "+a|+b")]
    [InlineData("a\nb", null, "-a|-b")]
    [InlineData("a\r\nb", "a\nb\nc", " a| b|+c")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9", "1x\n2\n3\n4\n5\n6\n7\n8\n9x", "-1|+1x| 2| 3|…| 7| 8|-9|+9x")]
    public void What_has_changed_and_a_little_around_it(string? before, string? after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDiff.Lines(before, after).Select(line => line.Sign + line.Text)));
}
