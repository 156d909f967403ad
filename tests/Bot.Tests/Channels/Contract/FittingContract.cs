using System.Text.RegularExpressions;
using Bot.Tests.Hosting;

namespace Bot.Tests.Channels.Contract;

/// <summary>How replies look on every push channel; whatever its server's rules forbid never arrives.</summary>
public sealed partial class FittingContract
{
    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task A_long_reply_comes_in_parts_whole_and_in_order(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, "nói dài", "cảm ơn");
        var texts = (await rig.TextsAsync(user, 5)).ToList();
        Assert.Equal(Enumerable.Range(0, 72), Number().Matches(string.Join('\n', texts[1..4])).Select(m => int.Parse(m.Groups[1].Value)));
        Assert.All(texts[1..4], text => Assert.InRange(text!.Length, 1, 2000));
        Assert.Equal("Không có gì.", texts[4]);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task Of_a_long_reply_only_the_parts_that_are_missing_are_sent_again(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        rig.Channel.Server.Faults.Pass(1, rig.Channel.Sending);
        rig.Channel.Server.Faults.Next(rig.Channel.NotTaken, 1, rig.Channel.Sending);
        await rig.SayAsync(user, "nói dài");
        rig.Time.Advance(await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1.01)));
        var texts = (await rig.TextsAsync(user, 4)).Skip(1);
        Assert.Equal(Enumerable.Range(0, 72), Number().Matches(string.Join('\n', texts)).Select(m => int.Parse(m.Groups[1].Value)));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_button_is_answered_like_the_words_on_it_also_when_it_is_days_old(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = rig.Channel.User();
        await rig.BringAsync(rig.Channel.Joined(user));
        var button = Assert.Single(rig.Channel.Buttons((await rig.ToAsync(user, 1))[0]));
        Assert.Equal("nộp hồ sơ ở đâu", button.Title);
        await rig.SayAsync(user, "nộp hồ sơ ở đâu");
        await rig.BringAsync(rig.Channel.Press(user, button));
        await rig.SayAsync(user, "cảm ơn");
        await rig.ToAsync(user, 4);
        await rig.PassAsync(TimeSpan.FromDays(9));
        await rig.BringAsync(rig.Channel.Press(user, button));
        var texts = (await rig.TextsAsync(user, 5)).ToList();
        Assert.Contains("Quầy 19", texts[1], StringComparison.Ordinal);
        Assert.Equal(texts[1], texts[2]);
        Assert.Equal(texts[1], texts[4]);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_choice_can_be_made_by_its_number(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = rig.Channel.User();
        await rig.BringAsync(rig.Channel.Joined(user));
        await rig.SayAsync(user, "1.");
        Assert.Contains("Quầy 19", (await rig.TextsAsync(user, 2)).Last(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task An_answer_names_its_source_and_asks_whether_it_was_right(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, "nộp hồ sơ ở đâu");
        var answer = (await rig.ToAsync(user, 2))[1];
        Assert.Equal(["Đúng ý", "Chưa đúng"], rig.Channel.Buttons(answer).Select(b => b.Title));
        Assert.Contains("/thong-bao/", answer.Body.ToString(), StringComparison.Ordinal);
        // Plain text: no markdown is left in it.
        Assert.DoesNotContain("](", answer.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Câu số (\d+) ")]
    private static partial Regex Number();
}
