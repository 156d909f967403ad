using Bot.Content.Gate;
using Bot.Tests.Hosting;

namespace Bot.Tests.Content.Gate;

/// <summary>"gate" as an operator runs it: what it prints and with which code it ends.</summary>
public sealed class GateCommandTests : IDisposable
{
    private static readonly string Live = Path.Combine(AppContext.BaseDirectory, "Fixture");

    private readonly TempFolder folder = new();

    public GateCommandTests()
    {
        foreach (var file in Directory.EnumerateFiles(Live, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Candidate, Path.GetRelativePath(Live, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Candidate => Path.Combine(folder.Path, "candidate");

    private string Notice => Path.Combine(Candidate, "notices/thong-bao/nop-ho-so.md");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Where_nothing_is_lost_it_ends_well_and_makes_no_store()
    {
        var (code, text) = await RunAsync(Candidate);
        Assert.True(code == 0, text);
        Assert.Contains("không mất gì", text);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
    }

    [Fact]
    public async Task A_loss_is_told_and_ends_with_three()
    {
        File.Delete(Notice);
        var recorded = Path.Combine(folder.Path, "asked.txt");
        File.WriteAllLines(recorded, ["12\tnộp hồ sơ ở đâu vậy", "", "nộp hồ sơ ở đâu vậy"]);
        var (code, text) = await RunAsync(Candidate, "--recorded=" + recorded);
        Assert.True(code == 3, text);
        Assert.Contains("«nộp hồ sơ ở đâu vậy» (13 lần hỏi): nop-ho-so#noi-nop → không trả lời", text);
    }

    [Fact]
    public async Task A_faulty_candidate_is_not_tried()
    {
        File.WriteAllText(Notice, File.ReadAllText(Notice).Replace("issuer: Sở Mẫu", "", StringComparison.Ordinal));
        var (code, text) = await RunAsync(Candidate);
        Assert.Equal(1, code);
        Assert.Contains("nop-ho-so.md:", text);
    }

    [Fact]
    public async Task What_it_does_not_understand_it_says()
    {
        Assert.Equal(2, (await RunAsync()).Code);
        Assert.Equal(2, (await RunAsync(Candidate, "--ticks=all")).Code);
        Assert.Equal(1, (await RunAsync(Path.Combine(folder.Path, "nowhere"))).Code);
        Assert.Equal(1, (await RunAsync(Candidate, "--recorded=" + Path.Combine(folder.Path, "none.txt"))).Code);
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await GateCommand.RunAsync([.. arguments, "--live=" + Live, "--Data:Path=" + Path.Combine(folder.Path, "data")], new ManualTime(), output);
        return (code, output.ToString());
    }
}
