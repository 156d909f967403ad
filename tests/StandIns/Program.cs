using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using StandIns.Connector;
using StandIns.Graph;
using StandIns.Portal;
using StandIns.Postgres;
using StandIns.Serving;
using StandIns.Zalo;

// Runs one stand-in until it is told to stop, and says in one line of JSON where it is and with what secrets it is spoken to.
var options = new Dictionary<string, string>();
for (var i = 1; i + 1 < args.Length; i += 2) options[args[i]] = args[i + 1];
var port = int.Parse(options.GetValueOrDefault("--port", "0"), CultureInfo.InvariantCulture);
var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

switch (args is [var kind, ..] ? kind : "")
{
    case "zalo":
        var zalo = new ZaloStandIn();
        return await RunAsync(zalo, () => new { url = zalo.Url, appId = zalo.AppId, appSecret = zalo.AppSecret, accessToken = zalo.Tokens.Access, refreshToken = zalo.Tokens.Refresh });
    case "graph":
        var graph = new GraphStandIn();
        return await RunAsync(graph, () => new { url = graph.Url, pageId = graph.PageId, pageToken = graph.PageToken, appSecret = graph.AppSecret });
    case "connector":
        var connector = new ConnectorStandIn();
        return await RunAsync(connector, () => new
        {
            url = connector.Url,
            metadataUrl = connector.MetadataUrl,
            tokenUrl = connector.TokenUrl(),
            serviceUrl = connector.ServiceUrl(),
            appId = connector.Login.AppId,
            password = connector.Login.Password,
        });
    case "portal":
        var portal = new PortalStandIn();
        foreach (var dossier in (JsonObject[])[InventedDossiers.Waiting(), InventedDossiers.Done(), InventedDossiers.Odd()]) portal.Hold(dossier);
        return await RunAsync(portal, () => new { url = portal.Url + PortalStandIn.Path, token = portal.Token });
    case "postgres":
        await using (var server = await PostgresServer.StartedAsync(port: port))
        {
            Say(new { port = server.Port, connection = await server.CreateDatabaseAsync() });
            await stop.Task;
        }
        return 0;
    default:
        Console.Error.WriteLine("usage: StandIns zalo|graph|connector|portal|postgres [--port N]");
        return 2;
}

async Task<int> RunAsync(StandIn standIn, Func<object> described)
{
    await using (standIn)
    {
        await standIn.StartAsync(port);
        Say(described());
        await stop.Task;
    }
    return 0;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.TrySetResult();
}

static void Say(object what) => Console.WriteLine(JsonSerializer.Serialize(what));

/// <summary>Said to be internal, which it is not by itself: a test that uses the stand-ins names the assistant's Program and no other.</summary>
internal sealed partial class Program;
