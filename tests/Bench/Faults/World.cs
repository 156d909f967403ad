using StandIns.Connector;
using StandIns.Graph;
using StandIns.Serving;
using StandIns.Webhooks;
using StandIns.Zalo;

namespace Bench.Faults;

/// <summary>Everything outside the assistant: the servers of the channels, strict and at times faulty, and the settings that point the assistant at them.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string OaSecret = "oa secret of the bench";
    private const string Oa = "388613280878808645";
    private const string BotId = "01234567-89ab-cdef-0123-456789abcdef";

    private World(ZaloStandIn zalo, GraphStandIn graph, ConnectorStandIn connector)
    {
        (Zalo, Graph, Connector) = (zalo, graph, connector);
        ZaloHooks = new ZaloWebhook(zalo.AppId, Oa, OaSecret);
        MessengerHooks = new MessengerWebhook(graph.PageId, graph.AppSecret!);
        connector.Login.AppId = BotId;
        ConnectorToken = new ConnectorTokens(connector, BotId, connector.ServiceUrl()).Right.Write();
        Activities = new ConnectorActivities(connector.ServiceUrl(), BotId);
    }

    public ZaloStandIn Zalo { get; }

    public GraphStandIn Graph { get; }

    public ConnectorStandIn Connector { get; }

    public ZaloWebhook ZaloHooks { get; }

    public MessengerWebhook MessengerHooks { get; }

    public ConnectorActivities Activities { get; }

    public string ConnectorToken { get; }

    public string[] Settings =>
    [
        "--Channels:Zalo:AppId=" + Zalo.AppId, "--Channels:Zalo:OaSecretKey=" + OaSecret, "--Channels:Zalo:AppSecret=" + Zalo.AppSecret,
        "--Channels:Zalo:RefreshToken=" + FirstRefresh, "--Channels:Zalo:ApiUrl=" + Zalo.Url, "--Channels:Zalo:OAuthUrl=" + Zalo.Url,
        "--Channels:Messenger:VerifyToken=v", "--Channels:Messenger:AppSecret=" + Graph.AppSecret, "--Channels:Messenger:PageAccessToken=" + Graph.PageToken,
        "--Channels:Messenger:PageId=" + Graph.PageId, "--Channels:Messenger:GraphUrl=" + Graph.Url + "/v26.0",
        "--Channels:Connector:AppId=" + BotId, "--Channels:Connector:AppPassword=" + Connector.Login.Password, "--Channels:Connector:OpenIdMetadataUrl=" + Connector.MetadataUrl,
        "--Channels:Connector:TokenUrl=" + Connector.TokenUrl(), "--Channels:Connector:ServiceUrls=" + new Uri(Connector.Url).GetLeftPart(UriPartial.Authority),
        "--Delivery:PatienceSeconds=3", "--Delivery:LongestWaitSeconds=4",
    ];

    private string FirstRefresh { get; init; } = "";

    public static async Task<World> BeginAsync() => await ZaloStandIn.StartedAsync() is var zalo
        ? new World(zalo, await GraphStandIn.StartedAsync(), await ConnectorStandIn.StartedAsync()) { FirstRefresh = zalo.Tokens.Refresh } : null!;

    /// <summary>From now on the servers lose and break one call in a hundred, in every way there is.</summary>
    public void Rage()
    {
        Zalo.Faults.Randomly(1, 0.01, [Fault.DropBefore, Fault.DropAfter, Fault.Status(502), Fault.NotJson, Fault.Refuse(Zalo.Error(-32)!)], ZaloStandIn.SendPath);
        Graph.Faults.Randomly(2, 0.01, [Fault.DropBefore, Fault.DropAfter, Fault.Status(500), Fault.Refuse(Graph.Error(613)!)], "/messages");
        Connector.Faults.Randomly(3, 0.01, [Fault.DropBefore, Fault.DropAfter, Fault.Status(503), Fault.Status(502)], "/v3/conversations");
    }

    public void Calm()
    {
        foreach (var standIn in (StandIn[])[Zalo, Graph, Connector]) standIn.Faults.Clear();
    }

    /// <summary>How many messages the servers took without telling the sender.</summary>
    public int TakenInSilence(StandIn standIn) => standIn.Calls.All.Count(call => call.Accepted && call.Fault is not null);

    public async ValueTask DisposeAsync()
    {
        await Zalo.DisposeAsync();
        await Graph.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
