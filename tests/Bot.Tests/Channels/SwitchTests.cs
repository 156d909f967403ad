using System.Net;
using Bot.Tests.Channels.Contract;

namespace Bot.Tests.Channels;

/// <summary>A channel without all of its settings is off, and says so.</summary>
public sealed class SwitchTests
{
    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task A_channel_that_lacks_a_setting_is_off_and_names_it(string channel)
    {
        await using var rig = await Rig.StartAsync(channel);
        Assert.Equal(1, rig.Log.Count($"Kênh {channel}: bật"));
        var webhook = rig.Channel.Text(rig.Channel.User(), "xin chào");
        await rig.StopAsync();
        foreach (var (missing, _) in rig.Channel.Settings.Where(s => !s.Key.EndsWith("Url", StringComparison.Ordinal) && !s.Key.EndsWith(":Messenger:AppId", StringComparison.Ordinal)))
        {
            rig.Start(more: (missing, " "));
            Assert.Equal(1, rig.Log.Count($"Kênh {channel}: tắt, chưa có {missing}"));
            Assert.Equal(HttpStatusCode.NotFound, await rig.PostAsync(webhook));
            using var asked = await rig.Bot.Http.GetAsync(rig.Channel.Path);
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
            await rig.StopAsync();
        }
    }
}
