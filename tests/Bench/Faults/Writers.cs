using System.Text.Json;
using StandIns.Webhooks;

namespace Bench.Faults;

/// <summary>Writes over Zalo.</summary>
internal sealed class ZaloWriter(World world, IReadOnlyList<Node> nodes, int number) : Writer(world, nodes, number)
{
    private readonly string user = ZaloEvents.User(number);

    public override string Channel => "Zalo";

    public override Task<IReadOnlyList<int>> AnsweredAsync() => Task.FromResult(Taken(World.Zalo, user));

    protected override HttpRequestMessage Request(int message) => To(World.ZaloHooks.Text(user, Code(message), $"z-{Number}-{message}"), "/channels/zalo");
}

/// <summary>Writes over Messenger.</summary>
internal sealed class MessengerWriter(World world, IReadOnlyList<Node> nodes, int number) : Writer(world, nodes, number)
{
    private readonly string user = MessengerEvents.User(number);

    public override string Channel => "Messenger";

    public override Task<IReadOnlyList<int>> AnsweredAsync() => Task.FromResult(Taken(World.Graph, user));

    protected override HttpRequestMessage Request(int message) => To(World.MessengerHooks.Text(user, Code(message), $"m-{Number}-{message}"), "/channels/messenger");
}

/// <summary>Writes through the Bot Connector.</summary>
internal sealed class ConnectorWriter(World world, IReadOnlyList<Node> nodes, int number) : Writer(world, nodes, number)
{
    private readonly string user = $"29:user-{number}-end";

    public override string Channel => "Connector";

    public override Task<IReadOnlyList<int>> AnsweredAsync() => Task.FromResult(Taken(World.Connector, user));

    protected override HttpRequestMessage Request(int message) =>
        To(ConnectorActivities.Sign(World.Activities.Message(user, Code(message), $"c-{Number}-{message}", $"a:conversation|{Number}"), World.ConnectorToken), "/api/messages");
}

/// <summary>Writes over Direct Line, and reads the log at the end as a browser does that comes back.</summary>
internal sealed class LineWriter(World world, IReadOnlyList<Node> nodes, int number) : Writer(world, nodes, number)
{
    private string token = "";
    private string address = "";
    private string user = "";

    public override string Channel => "Direct Line";

    public override async Task BeginAsync()
    {
        var grant = (await AgainAsync(() => Post("/webchat/token", new { })))!.Value;
        (token, user) = (grant.GetProperty("token").GetString()!, grant.GetProperty("userId").GetString()!);
        var started = (await AgainAsync(() => Post("/v3/directline/conversations", new { }, token)))!.Value;
        address = $"/v3/directline/conversations/{started.GetProperty("conversationId").GetString()}/activities";
    }

    public override async Task<IReadOnlyList<int>> AnsweredAsync()
    {
        var answered = new List<int>();
        var ids = new HashSet<string>();
        for (var watermark = "0"; ;)
        {
            var at = watermark;
            var set = (await AgainAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}?watermark={at}", UriKind.Relative));
                request.Headers.Authorization = new("Bearer", token);
                return request;
            }))!.Value;
            var activities = set.GetProperty("activities").EnumerateArray().ToList();
            if (activities.Count == 0) return answered;
            watermark = set.GetProperty("watermark").GetString()!;
            foreach (var activity in activities)
            {
                if (!ids.Add(activity.GetProperty("id").GetString()!)) throw new InvalidOperationException("An activity's id stands twice in the log.");
                if (activity.TryGetProperty("replyToId", out _)) answered.AddRange(Codes(activity.GetProperty("text").GetString()));
            }
        }
    }

    protected override HttpRequestMessage Request(int message) => Post(address, new
    {
        type = "message", from = new { id = user, role = "user" }, text = Code(message), locale = "vi-VN", channelData = new { clientActivityID = $"d-{Number}-{message}" },
    }, token);
}
