using Bot.Operation;

namespace Bot.Tests.Operation;

public class CommandLineTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "--urls=http://localhost:1")]
    [InlineData(0, "--help")]
    [InlineData(2, "chek")]
    [InlineData(2, "chek", "content")]
    public void A_slip_starts_no_server(int? code, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.Equal(code, CommandLine.Refused(arguments, output, errors));
        Assert.Equal(code == 0, output.ToString().Contains("dossiers import", StringComparison.Ordinal));
        Assert.Equal(code == 2, errors.ToString().Contains("Không có lệnh «chek»", StringComparison.Ordinal));
    }
}
