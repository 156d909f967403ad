using Bot.Channels.Fitting;
using Bot.Tests.Conversations;

namespace Bot.Tests.Channels.Fitting;

public class FittingCaseTests
{
    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Dictionary<string, FittingCase> Cases { get; } =
        FittingCase.Read(Path.Combine(RepositoryContent.Root, "tests/Bot.Tests/Channels/Fitting/cases.md")).ToDictionary(c => c.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reply_is_seen_as_written(string name)
    {
        var example = Cases[name];
        var pieces = Fitter.Fit(Replies.Of(example.Markdown, example.Buttons, example.Sources), example.Shape, Replies.Words);
        Assert.Equal(string.Join("\n---\n", example.Seen.Select(Replies.Shown)), string.Join("\n---\n", pieces.Select(Replies.Shown)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_seen_is_within_the_limits_of_the_channel(string name)
    {
        var example = Cases[name];
        Limits.Check(Fitter.Fit(Replies.Of(example.Markdown, example.Buttons, example.Sources), example.Shape, Replies.Words), example.Shape);
    }
}
