namespace Bench;

/// <summary>An assistant that Messenger talks to, with the conversations that ask it and the sink that its replies go to.</summary>
internal sealed class PushRoad : IAsyncDisposable
{
    public const int Count = 64;

    private readonly GraphSink sink;
    private readonly HttpClient client;
    private readonly string[] questions;

    private PushRoad(GraphSink sink, ServerProcess server, string[] questions)
    {
        (this.sink, Server, this.questions) = (sink, server, questions);
        client = Road.Client(server);
        Talks = [.. Enumerable.Range(0, Count).Select(i => new PushTalk(client, sink, i))];
    }

    public ServerProcess Server { get; }

    public PushTalk[] Talks { get; }

    /// <param name="folder">Where the assistant's program lies; null: beside the bench.</param>
    public static async Task<PushRoad> StartAsync(string[] questions, string? folder, params string[] settings)
    {
        var sink = await GraphSink.StartAsync();
        var (server, _) = await ServerProcess.AssistantAsync(folder, [.. settings, "--Channels:Messenger:VerifyToken=v", "--Channels:Messenger:AppSecret=" + PushTalk.AppSecret,
            "--Channels:Messenger:PageAccessToken=t", "--Channels:Messenger:PageId=" + PushTalk.Page, "--Channels:Messenger:GraphUrl=" + sink.Url]);
        var road = new PushRoad(sink, server, questions);
        await Task.WhenAll(road.Talks.Select(talk => talk.BeginAsync()));
        return road;
    }

    /// <summary>Has a conversation ask its next question and waits for the reply.</summary>
    public Task AskAsync(int worker, int i) => Talks[worker].AskAsync(questions[(worker * 31 + i) % questions.Length]);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Server.Dispose();
        await sink.DisposeAsync();
    }
}
