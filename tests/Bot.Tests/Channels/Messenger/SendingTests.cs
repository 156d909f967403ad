using Bot.Channels.Fitting;
using Bot.Channels.Messenger;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Tests.Channels.Contract;
using Bot.Tests.Conversations;
using Bot.Tests.Dossiers.Following;
using Bot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Channels.Messenger;

/// <summary>How the bot calls the Graph API.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task The_token_travels_in_a_header_with_its_proof()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        await rig.MeetAsync();
        var call = rig.Calls.To("/messages")[0];
        Assert.Equal("Bearer " + ((MessengerPush)rig.Channel).Graph.PageToken, call.Headers["Authorization"]);
        Assert.DoesNotContain("access_token", call.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("appsecret_proof=", call.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("RESPONSE", call.Json().GetProperty("messaging_type").GetString());
    }

    [Fact]
    public async Task The_token_travels_in_the_address_where_that_is_set()
    {
        await using var rig = await Rig.StartAsync("Messenger", ("Channels:Messenger:TokenInAddress", "true"));
        await rig.MeetAsync();
        var call = rig.Calls.To("/messages")[0];
        Assert.Contains("access_token=" + ((MessengerPush)rig.Channel).Graph.PageToken, call.PathAndQuery, StringComparison.Ordinal);
        Assert.False(call.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task While_a_dossier_is_looked_up_the_citizen_sees_that_an_answer_is_on_its_way()
    {
        var source = new GatedSource();
        await using var rig = await Rig.StartAsync("Messenger");
        await rig.StopAsync();
        rig.Start(change: source.Alone);
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, "000.00.15.H37-260914-0003 1234");
        await source.Asked;
        var calls = await rig.Calls.UntilAsync(calls => calls.Any(c => c.Accepted && c.Body.Contains("typing_on", StringComparison.Ordinal)));
        Assert.Equal(user, calls[^1].Json().GetProperty("recipient").GetProperty("id").GetString());
        source.Answer(null);
        Assert.StartsWith("Không khớp", (await rig.TextsAsync(user, 2)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_told_a_change_has_asked_nothing_and_sees_nobody_write()
    {
        var signals = 0;
        await using var rig = await Rig.StartAsync("Messenger");
        await rig.StopAsync();
        rig.Start(change: services => services.RemoveAll<IPushChannel>().AddSingleton<IPushChannel>(
            services => new CountedChannel(services.GetRequiredService<MessengerChannel>(), () => Interlocked.Increment(ref signals))));
        var user = await rig.MeetAsync();
        await rig.SayAsync(user, FollowContract.Code + " 1234", "báo cho tôi khi có thay đổi");
        await rig.ToAsync(user, 3);
        var asked = signals;
        Assert.NotEqual(0, asked);
        await FollowContract.ChangeAsync(rig.Bot, 5);
        await FollowContract.LookAsync(rig.Bot);
        await rig.ToAsync(user, 4);
        Assert.Equal(asked, signals);
    }

    [Fact]
    public async Task A_dead_token_shuts_the_channel_until_the_operator_sets_a_new_one()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var graph = ((MessengerPush)rig.Channel).Graph;
        var user = await rig.MeetAsync();
        graph.KillToken();
        await rig.SayAsync(user, "cảm ơn");
        await rig.Time.WaitBegunAsync(TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.1));
        Assert.Equal(1, rig.Log.Count("Channels:Messenger:PageAccessToken"));
        await rig.StopAsync();
        graph.Reconnect("EAAG-another-token");
        rig.Start();
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        var texts = rig.TextsAsync(user, 2);
        // Its first look may still have been before the ten minutes.
        await rig.Time.PassUntilAsync(texts, TimeSpan.FromSeconds(1));
        Assert.Equal(["Chào mừng.", "Không có gì."], await texts);
        Assert.Equal(0, rig.Log.Count("possibly twice"));
    }

    [Fact]
    public async Task The_command_sets_greeting_button_and_menu()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        var graph = ((MessengerPush)rig.Channel).Graph;
        string[] settings = [.. rig.Channel.Settings.Select(s => $"--{s.Key}={s.Value}"), "--Content:Path=" + RepositoryContent.Folder];
        using var output = new StringWriter();
        Assert.Equal(0, await ProfileCommand.RunAsync(settings, TimeProvider.System, output));
        Assert.Equal(["get_started", "greeting", "persistent_menu"], graph.Profile.Keys.Order());
        var menu = graph.Profile["persistent_menu"][0].GetProperty("call_to_actions");
        Assert.Equal(RepositoryContent.Edition.Wording.Items("messenger.menu"), menu.EnumerateArray().Select(item => item.GetProperty("payload").GetString()!));
        Assert.Equal("GET_STARTED", graph.Profile["get_started"].GetProperty("payload").GetString());

        graph.KillToken();
        Assert.Equal(1, await ProfileCommand.RunAsync(settings, TimeProvider.System, output));
        Assert.Equal(1, await ProfileCommand.RunAsync(settings[1..], TimeProvider.System, output));
        Assert.Contains("Channels:Messenger:VerifyToken", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(graph.PageToken, output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A channel, and how often a citizen was to see that an answer is on its way.</summary>
    private sealed class CountedChannel(IPushChannel channel, Action count) : IPushChannel
    {
        public string Name => channel.Name;

        public Shape Shape => channel.Shape;

        public TimeSpan? Window => channel.Window;

        public Task<Sending> SendAsync(Citizen citizen, Piece piece, Activity reply, CancellationToken stopping) => channel.SendAsync(citizen, piece, reply, stopping);

        public Task SignalAsync(Citizen citizen, CancellationToken stopping)
        {
            count();
            return channel.SignalAsync(citizen, stopping);
        }
    }
}
