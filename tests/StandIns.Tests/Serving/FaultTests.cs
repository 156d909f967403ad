using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StandIns.Graph;
using StandIns.Serving;

namespace StandIns.Tests.Serving;

/// <summary>What a stand-in does when it is told to fail, and what its log says of it.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Right = """{"recipient":{"id":"7"},"messaging_type":"RESPONSE","message":{"text":"a"}}""";

    private readonly GraphStandIn graph = new() { AppSecret = null };

    public Task InitializeAsync() => graph.StartAsync();

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Fact]
    public async Task Errors_come_in_the_order_in_which_they_were_queued()
    {
        graph.Faults.Next(Fault.Refuse(graph.Error(551)!));
        graph.Faults.Pass(1);
        graph.Faults.Next(Fault.Status(502), 2);
        graph.Faults.Next(Fault.NotJson);
        foreach (var status in (int[])[403, 200, 502, 502, 200, 200]) Assert.Equal(status, await SendAsync());
        Assert.Equal(0, graph.Faults.Left);
        Assert.Equal([false, true, false, false, false, true], graph.Calls.All.Select(c => c.Accepted));
    }

    [Fact]
    public async Task A_drop_after_has_taken_the_message_and_a_drop_before_has_not()
    {
        graph.Faults.Next(Fault.DropAfter);
        graph.Faults.Next(Fault.DropBefore);
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        Assert.Equal([(true, "drop-after", null), (false, "drop-before", null)], graph.Calls.All.Select(c => (c.Accepted, c.Fault, c.Status)));
        Assert.Single(graph.Calls.Messages);
    }

    [Fact]
    public async Task A_drop_after_of_a_wrong_message_takes_nothing()
    {
        graph.Faults.Next(Fault.DropAfter);
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("{}"));
        Assert.Empty(graph.Calls.Messages);
    }

    [Fact]
    public async Task A_proxy_may_lose_patience_with_a_message_that_was_taken()
    {
        graph.Faults.Next(Fault.TakeThen(Answer.Page(504)));
        Assert.Equal(504, await SendAsync());
        Assert.Single(graph.Calls.Messages);
    }

    [Fact]
    public async Task A_message_that_is_held_is_taken_when_it_is_let_go()
    {
        var letGo = new TaskCompletionSource();
        graph.Faults.Next(Fault.Hold(letGo.Task));
        var sending = SendAsync();
        await graph.Calls.ArrivedAsync(1);
        Assert.Empty(graph.Calls.Messages);
        letGo.SetResult();
        await graph.Calls.MessagesAsync(1);
        Assert.Equal(200, await sending);
    }

    [Fact]
    public async Task A_message_whose_answer_is_held_is_taken_already()
    {
        var letGo = new TaskCompletionSource();
        graph.Faults.Next(Fault.HoldAfter(letGo.Task));
        var sending = SendAsync();
        Assert.Single(await graph.Calls.MessagesAsync(1));
        Assert.False(sending.IsCompleted);
        letGo.SetResult();
        Assert.Equal(200, await sending);
    }

    [Fact]
    public async Task A_sender_that_loses_patience_before_has_sent_nothing()
    {
        graph.Faults.Next(Fault.Stall(TimeSpan.FromHours(1)));
        using var impatience = new CancellationTokenSource();
        var sending = SendAsync(Right, impatience.Token);
        await graph.Calls.ArrivedAsync(1);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await graph.Calls.UntilAsync(calls => calls is [{ Fault: "stall", Status: null }]);
        Assert.Empty(graph.Calls.Messages);
    }

    [Fact]
    public async Task A_fault_may_be_for_one_path_alone_and_may_stand()
    {
        graph.Faults.Always(Fault.Status(503), "/messages");
        Assert.Equal((503, 503), (await SendAsync(), await SendAsync()));
        var (profile, _) = await Wire.JsonAsync("GET", $"{graph.Url}/v26.0/me/messenger_profile?fields=greeting&access_token={graph.PageToken}", null);
        Assert.Equal(HttpStatusCode.OK, profile);
        graph.Faults.Clear();
        Assert.Equal(200, await SendAsync());
    }

    [Fact]
    public void The_same_seed_gives_the_same_faults()
    {
        Assert.Equal(Played(7), Played(7));
        Assert.NotEqual(Played(7), Played(8));
        Assert.InRange(Played(7).Count(f => f is not null), 50, 150);

        static List<string?> Played(int seed)
        {
            var faults = new Faults(TimeProvider.System, Fault.DropBefore);
            faults.Randomly(seed, 0.1, [Fault.DropBefore, Fault.DropAfter, Fault.Status(500)]);
            return [.. Enumerable.Range(0, 1000).Select(_ => faults.Pick("/x")?.Name)];
        }
    }

    [Fact]
    public async Task Waiting_in_vain_says_what_came()
    {
        await SendAsync("{}");
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => graph.Calls.MessagesAsync(1, TimeSpan.FromMilliseconds(1)));
        Assert.Contains("0 of 1 messages", failure.Message, StringComparison.Ordinal);
        Assert.Contains("recipient", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_down_and_comes_up_where_it_was()
    {
        var url = graph.Url;
        await graph.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        await graph.StartAsync();
        Assert.Equal((url, 200), (graph.Url, await SendAsync()));
    }

    [Fact]
    public async Task Another_process_may_order_faults_and_read_the_log()
    {
        foreach (var order in (string[])["""{"kind":"error","code":551}""", """{"kind":"drop-after","path":"/messages"}""", """{"kind":"status","code":500}"""])
            Assert.Equal(HttpStatusCode.NoContent, (await Wire.JsonAsync("POST", graph.Url + "/_faults", order)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Wire.JsonAsync("POST", graph.Url + "/_faults", """{"kind":"error","code":7}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Wire.JsonAsync("POST", graph.Url + "/_faults", """{"kind":"hex"}""")).Status);
        Assert.Equal(403, await SendAsync());
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        Assert.Equal(500, await SendAsync());
        using var client = new HttpClient();
        var calls = await client.GetFromJsonAsync<JsonElement>(graph.Url + "/_calls");
        Assert.Equal([false, true, false], calls.EnumerateArray().Select(c => c.GetProperty("accepted").GetBoolean()));
    }

    private Task<int> SendAsync() => SendAsync(Right);

    private async Task<int> SendAsync(string body, CancellationToken cancel = default)
    {
        // A client of its own for each: a pooled one would try a dropped connection again by itself.
        using var client = new HttpClient();
        using var content = new StringContent(body, null, "application/json");
        using var response = await client.PostAsync($"{graph.Url}/v26.0/me/messages?access_token={graph.PageToken}", content, cancel);
        return (int)response.StatusCode;
    }
}
