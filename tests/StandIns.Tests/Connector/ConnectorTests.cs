using System.Net;
using System.Text.Json;
using StandIns.Connector;
using StandIns.Serving;

namespace StandIns.Tests.Connector;

/// <summary>The connector's login and conversations: what they take and what not.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private readonly ConnectorStandIn connector = new();

    public Task InitializeAsync() => connector.StartAsync();

    public Task DisposeAsync() => connector.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, null, null, null, 200)]
    [InlineData("other", null, null, null, 400)]
    [InlineData(null, "wrong", null, null, 401)]
    [InlineData(null, null, "https://graph.microsoft.com/.default", null, 400)]
    [InlineData(null, null, null, "password", 400)]
    public async Task A_login_is_judged(string? id, string? secret, string? scope, string? grant, int status) => Assert.Equal(status, (int)(await LoginAsync(id, secret, scope, grant)).Status);

    [Fact]
    public async Task Only_the_own_tenant_is_served_when_there_is_one()
    {
        connector.Login.Tenant = "tenant-1";
        Assert.Equal(HttpStatusCode.BadRequest, (await LoginAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(tenant: "tenant-1")).Status);
    }

    [Theory]
    [InlineData("", "19%3Ax%7Cthread", "a%3A1", 201)]
    [InlineData("/_connector", "19%3Ax%7Cthread", "a%3A1", 201)]
    [InlineData("/amer/v1", "19%3Ax%7Cthread", null, 201)]
    [InlineData("/amer/", "19%3Ax%7Cthread", null, 404)]
    [InlineData("", "19:x%7Cthread", null, 400)]
    [InlineData("", "19/x", null, 404)]
    [InlineData("", "other", null, 400)]
    [InlineData("", "19%3Ax%7Cthread", "a%3A2", 400)]
    public async Task A_reply_must_be_addressed_truly(string path, string conversation, string? activity, int status)
    {
        var url = $"{connector.ServiceUrl(path)}/v3/conversations/{conversation}/activities" + (activity is null ? "" : "/" + activity);
        Assert.Equal(status, (int)(await ReplyAsync(url, await TokenAsync())).Status);
        Assert.Equal(status == 201 ? 1 : 0, connector.Calls.Messages.Count);
    }

    [Fact]
    public async Task A_reply_needs_a_token_that_lives()
    {
        var url = connector.ServiceUrl() + "/v3/conversations/19%3Ax%7Cthread/activities";
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReplyAsync(url, "x")).Status);
        connector.Login.Life = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReplyAsync(url, await TokenAsync())).Status);
        connector.Login.Life = TimeSpan.FromHours(1);
        var token = await TokenAsync();
        Assert.Equal(HttpStatusCode.Created, (await ReplyAsync(url, token)).Status);
        connector.AnswersEmpty = true;
        Assert.Equal(HttpStatusCode.OK, (await ReplyAsync(url, token)).Status);
        connector.Login.Revoke();
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReplyAsync(url, token)).Status);
        Assert.Equal(2, connector.Calls.Messages.Count);
    }

    [Fact]
    public async Task Too_many_are_told_when_to_come_again()
    {
        connector.Faults.Next(Fault.Refuse(ConnectorError.RateLimited(7)));
        using var client = new HttpClient();
        using var response = await client.GetAsync(connector.MetadataUrl);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (response.StatusCode, response.Headers.RetryAfter!.Delta!.Value));
    }

    [Fact]
    public async Task Keys_rotate_and_look_ups_are_counted()
    {
        var first = await KeysAsync();
        Assert.Contains("msteams", first[0].GetProperty("endorsements").EnumerateArray().Select(e => e.GetString()));
        connector.Keys.Rotate();
        Assert.NotEqual(first[0].GetProperty("kid").GetString(), (await KeysAsync()).Single().GetProperty("kid").GetString());
        connector.Keys.Add(null);
        Assert.Equal([true, false], (await KeysAsync()).Select(k => k.TryGetProperty("endorsements", out _)));
        Assert.Equal((3, 3), (connector.MetadataRequests, connector.KeyRequests));
    }

    private async Task<List<JsonElement>> KeysAsync()
    {
        var (_, metadata) = await Wire.JsonAsync("GET", connector.MetadataUrl, null);
        var (_, keys) = await Wire.JsonAsync("GET", metadata.GetProperty("jwks_uri").GetString()!, null);
        return [.. keys.GetProperty("keys").EnumerateArray()];
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> LoginAsync(string? id = null, string? secret = null, string? scope = null, string? grant = null, string tenant = "botframework.com") =>
        Wire.FormAsync(connector.TokenUrl(tenant), new()
        {
            ["grant_type"] = grant ?? "client_credentials",
            ["client_id"] = id ?? connector.Login.AppId,
            ["client_secret"] = secret ?? connector.Login.Password,
            ["scope"] = scope ?? "https://api.botframework.com/.default",
        });

    private async Task<string> TokenAsync() => (await LoginAsync()).Body.GetProperty("access_token").GetString()!;

    private static Task<(HttpStatusCode Status, JsonElement Body)> ReplyAsync(string url, string token) =>
        Wire.JsonAsync("POST", url, """{"type":"message","text":"a","replyToId":"a:1","conversation":{"id":"19:x|thread"}}""", ("Authorization", "Bearer " + token));
}
