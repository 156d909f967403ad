using System.Text.Json.Nodes;
using Bot.Content;
using Bot.Storage;
using Bot.Storage.Deliveries;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StandIns.Connector;
using StandIns.Serving;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Connector;

/// <summary>The assistant between the connector's servers and a clock that the test moves; it can be stopped and started again on the same data.</summary>
internal sealed class ConnectorRig : IAsyncDisposable
{
    public const string Path = "/api/messages";
    public const string Sending = "/v3/conversations/";
    public const string Citizen = "29:citizen-1";

    private readonly TempFolder folder = new();
    private readonly Action<IServiceCollection>? change;
    private readonly (string Key, string Value)[] settings;
    private TestBot? bot;

    private ConnectorRig(ConnectorStandIn service, ManualTime time, string path, Action<IServiceCollection>? change, (string Key, string Value)[] settings)
    {
        (Service, Time, this.change) = (service, time, change);
        Says = new ConnectorActivities(service.ServiceUrl(path), BotId, time: time);
        // The clock stands still while a call is on its way; a patience longer than any wait that a test looks for cannot be mistaken for it.
        // Development: the service of the tests is at this machine.
        this.settings =
        [
            ("Channels:Connector:AppId", service.Login.AppId), ("Channels:Connector:AppPassword", service.Login.Password), ("Channels:Connector:Development", "true"),
            ("Channels:Connector:OpenIdMetadataUrl", service.MetadataUrl), ("Channels:Connector:TokenUrl", service.TokenUrl()), ("Delivery:PatienceSeconds", "100"), .. settings,
        ];
    }

    public ConnectorStandIn Service { get; }

    public ManualTime Time { get; }

    /// <summary>The activities that the service brings.</summary>
    public ConnectorActivities Says { get; }

    public CapturedLog Log { get; } = new();

    public string BotId => "28:" + Service.Login.AppId;

    public TestBot Bot => bot ?? throw new InvalidOperationException("the bot is stopped");

    public DeliveryLog Deliveries => Bot.Services.GetRequiredService<DeliveryLog>();

    /// <summary>What is said before the first answer.</summary>
    public string Introduction => Bot.Services.GetRequiredService<LiveContent>().Current.Wording.Say("introduction");

    public static async Task<ConnectorRig> StartAsync(string path = "/_connector", Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var time = new ManualTime();
        var rig = new ConnectorRig(await ConnectorStandIn.StartedAsync(time), time, path, change, settings);
        rig.Start();
        return rig;
    }

    public void Start(params (string Key, string Value)[] more) => bot = new TestBot(Time, folder.Path, services =>
    {
        services.AddSingleton<ILoggerProvider>(Log);
        change?.Invoke(services);
    }, [.. settings, .. more]);

    public async Task StopAsync()
    {
        await Bot.DisposeAsync();
        bot = null;
    }

    /// <summary>What the service vouches with for a service's address and a channel.</summary>
    public string Token(string? serviceUrl = null, string channelId = "msteams") => new ConnectorTokens(Service, Service.Login.AppId, serviceUrl ?? Says.ServiceUrl, channelId).Right.Write();

    public Task<HttpResponseMessage> SendAsync(byte[] body) => Bot.Http.SendAsync(ConnectorActivities.SignRaw(body, Token()).To(Path));

    public async Task<(int Status, string Body)> PostAsync(JsonObject activity)
    {
        var token = Token(activity["serviceUrl"] is JsonValue url ? (string?)url : null, activity["channelId"] is JsonValue channel ? (string)channel! : "msteams");
        using var answer = await Bot.Http.SendAsync(ConnectorActivities.Sign(activity, token).To(Path));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Brings activities, which must be acknowledged without a word.</summary>
    public async Task BringAsync(params IEnumerable<JsonObject> activities)
    {
        foreach (var activity in activities) Assert.Equal((200, ""), await PostAsync(activity));
    }

    public Task SayAsync(params IEnumerable<string> texts) => BringAsync(texts.Select(text => Says.Message(Citizen, text)));

    /// <summary>The citizen's first words, until he is welcomed.</summary>
    public async Task MeetAsync()
    {
        await SayAsync("xin chào");
        await SentAsync(1);
        await StoredAsync(() => Undelivered == 0);
    }

    /// <summary>The messages that the service took, as soon as there are so many; more than that is a fault.</summary>
    public async Task<IReadOnlyList<TakenMessage>> SentAsync(int count)
    {
        IReadOnlyList<TakenMessage> messages;
        try
        {
            messages = await Service.Calls.MessagesAsync(count);
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException(string.Join('\n', Log.Lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal)).TakeLast(10)), error);
        }
        Assert.True(messages.Count == count, $"{messages.Count} messages in place of {count}: {string.Join(" | ", messages.Select(m => m.Text))}");
        return messages;
    }

    public async Task<IEnumerable<string?>> TextsAsync(int count) => (await SentAsync(count)).Select(message => message.Text);

    /// <summary>How many replies the service does not have, for all we know.</summary>
    public int Undelivered => Deliveries.List().Count;

    /// <summary>How many activities are logged.</summary>
    public long Logged => Read("SELECT count(*) FROM activities");

    public long Conversations => Read("SELECT count(*) FROM conversations");

    /// <summary>All that is kept of activities and addresses, as text.</summary>
    public string Kept => string.Join('\n', Database.Read(session => session.Query("SELECT cast(json AS text) FROM activities UNION ALL SELECT coalesce(address, '') FROM conversations", row => row.GetString(0))));

    /// <summary>Done once the store is as asked for; it is looked at between two commits of its own.</summary>
    public async Task StoredAsync(Func<bool> satisfied)
    {
        using var patience = new CancellationTokenSource(Line.Patience);
        while (!satisfied())
        {
            await Database.WriteAsync(_ => 0);
            Assert.False(patience.IsCancellationRequested, "the store is not as asked for");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        await Service.DisposeAsync();
        folder.Dispose();
    }

    private Database Database => Bot.Services.GetRequiredService<Database>();

    private long Read(string sql) => Database.Read(session => (long)session.Scalar(sql)!);
}
