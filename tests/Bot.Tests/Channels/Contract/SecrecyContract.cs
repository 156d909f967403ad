using Bot.Tests.Hosting;
using StandIns.Serving;

namespace Bot.Tests.Channels.Contract;

/// <summary>What no push channel ever writes into the log.</summary>
public sealed class SecrecyContract
{
    public static TheoryData<string> Channels => PushChannel.Names;

    [Theory, MemberData(nameof(Channels))]
    public async Task Whatever_goes_wrong_no_secret_and_no_citizen_stands_in_the_log(string channel)
    {
        await using var rig = await Rig.StartAsync(channel, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Warning"));
        var user = await rig.MeetAsync();
        foreach (var webhook in rig.Channel.Forged(user, "một lời riêng tư").Values) await rig.PostAsync(webhook);
        await rig.PostAsync(rig.Channel.Raw("một lời riêng tư"u8.ToArray()));
        using (await rig.Bot.Http.GetAsync($"{rig.Channel.Path}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong"))
        {
        }

        var sent = 1;
        foreach (var fault in (Fault[])[rig.Channel.NotTaken, Fault.Status(500), Fault.DropBefore, Fault.NotJson])
        {
            rig.Channel.Server.Faults.Next(fault, 1);
            await rig.SayAsync(user, "cảm ơn");
            rig.Time.Advance(await rig.Time.WaitBegunAsync(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(1.01)));
            await rig.ToAsync(user, ++sent);
        }
        foreach (var code in (int[])[-216, -201, -211, -999, 190, 10, 100])
        {
            if (rig.Channel.Server.Error(code) is not { } error) continue;
            var other = rig.Channel.User(1000 + Math.Abs(code));
            rig.Channel.Server.Faults.Next(Fault.Refuse(error), 1, rig.Channel.Sending);
            await rig.SayAsync(other, "xin chào");
            await rig.StoredAsync(() => rig.Bot.Log.CountPending() == 0 && rig.Deliveries.List().All(d => d.Trouble is not null));
            rig.Time.Advance(TimeSpan.FromHours(2));
        }
        rig.Channel.Server.Faults.Always(Fault.Status(500));
        rig.Time.Advance(TimeSpan.FromHours(26));
        await rig.SayAsync(user, "hủy");
        await rig.Channel.Server.StopAsync();
        await rig.StopAsync();
        rig.Start();
        await rig.SayAsync(user, "một lời riêng tư");
        await rig.Bot.BreakStoreAsync();
        await rig.PostAsync(rig.Channel.Text(user, "một lời riêng tư"));

        Assert.Contains(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        foreach (var secret in rig.Channel.Secrets.Append(TestBot.Secret).Append(user).Append("riêng tư"))
            Assert.DoesNotContain(rig.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
