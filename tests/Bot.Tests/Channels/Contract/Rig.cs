using System.Net;
using Bot.Delivery;
using Bot.Storage;
using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StandIns.Serving;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Contract;

/// <summary>The assistant with one push channel, between the channel's servers and a clock that the test moves; it can be stopped and started again on the same data.</summary>
internal sealed class Rig : IAsyncDisposable
{
    // Longer than any wait between tries that the tests look for, so that the two cannot be mistaken for each other.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly TempFolder folder = new();
    private readonly (string Key, string Value)[] settings;
    private TestBot? bot;

    private Rig(PushChannel channel, (string Key, string Value)[] settings) => (Channel, this.settings) = (channel, [("Delivery:PatienceSeconds", "100"), .. settings]);

    public PushChannel Channel { get; }

    public ManualTime Time => Channel.Time;

    public CapturedLog Log { get; } = new();

    public string Folder => folder.Path;

    public TestBot Bot => bot ?? throw new InvalidOperationException("the bot is stopped");

    public CallLog Calls => Channel.Server.Calls;

    public DeliveryLog Deliveries => Bot.Services.GetRequiredService<DeliveryLog>();

    public Database Database => Bot.Services.GetRequiredService<Database>();

    public static async Task<Rig> StartAsync(string channel, params (string Key, string Value)[] settings)
    {
        var rig = new Rig(await PushChannel.StartAsync(channel, new ManualTime()), settings);
        rig.Start();
        return rig;
    }

    /// <summary>Starts the bot on the data that are there; without the channel's settings the channel is off.</summary>
    public void Start(bool isOn = true, Action<IServiceCollection>? change = null, params (string Key, string Value)[] more) => bot = new TestBot(
        Time, Folder, services =>
        {
            services.AddSingleton<ILoggerProvider>(Log);
            change?.Invoke(services);
        },
        [.. isOn ? Channel.Settings : [], .. settings, .. more]);

    /// <summary>Stops the bot as an operator does.</summary>
    public async Task StopAsync()
    {
        await Bot.DisposeAsync();
        bot = null;
    }

    /// <summary>Stops the bot while it waits for a server that does not answer; the bot's own patience at its end is passed over.</summary>
    public async Task BreakOffAsync()
    {
        var stopped = Bot.DisposeAsync().AsTask();
        await Time.WaitedForAsync(TimeSpan.FromSeconds(5)).WaitAsync(Line.Patience);
        Time.Advance(TimeSpan.FromSeconds(5));
        await stopped;
        bot = null;
    }

    public async Task<HttpStatusCode> PostAsync(Webhook webhook)
    {
        using var response = await Bot.Http.SendAsync(webhook.To(Channel.Path));
        return response.StatusCode;
    }

    public async Task BringAsync(params IEnumerable<Webhook> webhooks)
    {
        foreach (var webhook in webhooks) Assert.Equal(HttpStatusCode.OK, await PostAsync(webhook));
    }

    public Task SayAsync(string user, params IEnumerable<string> texts) => BringAsync(texts.Select(text => Channel.Text(user, text)));

    /// <summary>A citizen's first words, until he is welcomed.</summary>
    public async Task<string> MeetAsync(int number = 1)
    {
        var user = Channel.User(number);
        await SayAsync(user, "xin chào");
        await ToAsync(user, 1);
        return user;
    }

    /// <summary>What a citizen has been sent, as soon as it is so much; more than that is a fault.</summary>
    public async Task<IReadOnlyList<TakenMessage>> ToAsync(string user, int count)
    {
        try
        {
            await Calls.UntilAsync(calls => calls.Count(c => c.Message?.To == user) >= count);
        }
        catch (TimeoutException missing)
        {
            // It stands still somewhere on the road: where, no later run may show.
            throw new TimeoutException($"{missing.Message}; {Bot.Log.CountPending()} messages wait; undelivered: {string.Join("; ", Deliveries.List())}; log: {string.Join("; ", Log.Lines.TakeLast(5))}", missing);
        }
        var messages = Calls.Messages.Where(m => m.To == user).ToList();
        Assert.True(messages.Count == count, $"{messages.Count} messages in place of {count}: {string.Join(" | ", messages.Select(m => m.Text))}");
        return messages;
    }

    public async Task<IEnumerable<string?>> TextsAsync(string user, int count) => (await ToAsync(user, count)).Select(m => m.Text);

    /// <summary>Done once the store is as asked for; it is looked at between two commits of its own.</summary>
    public async Task StoredAsync(Func<bool> satisfied)
    {
        using var patience = new CancellationTokenSource(Line.Patience);
        while (!satisfied())
        {
            await Database.WriteAsync(_ => 0);
            Assert.False(patience.IsCancellationRequested, "the store is not as asked for: " + string.Join("; ", Deliveries.List()));
        }
    }

    /// <summary>Done once everything is answered and nothing is on its way, or to be sent, any more.</summary>
    public Task SettledAsync() => StoredAsync(() => Bot.Log.CountPending() == 0 && Deliveries.Count(DeliveryStatus.Queued) == 0);

    /// <summary>Lets time pass once all is settled: what was still on its way would seem to have taken so long.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettledAsync();
        Time.Advance(time);
    }

    public Task WaitingAsync(DeliveryStatus status, int count) => StoredAsync(() => Deliveries.Count(status) == count);

    /// <summary>How many activities are logged.</summary>
    public long Logged() => Database.Read(session => (long)session.Scalar("SELECT count(*) FROM activities")!);

    /// <summary>Runs the command "deliveries" on the bot's data and returns what it says.</summary>
    public async Task<string> CommandAsync(params IEnumerable<string> words)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await DeliveriesCommand.RunAsync([.. words, "--Data:Path=" + Folder], Time, output));
        return output.ToString();
    }

    /// <summary>A text that is answered with its own number, and what that answer is.</summary>
    public static (string Text, string Answer) Numbered(int number) => ($"H37.15-271231-{number:D4}", $"Mã tương lai H37.15-271231-{number:D4}.");

    public async ValueTask DisposeAsync()
    {
        // What a test left undone has its time to end.
        if (bot is not null) await Time.PassUntilAsync(bot.DisposeAsync().AsTask());
        await Channel.DisposeAsync();
        folder.Dispose();
    }
}
