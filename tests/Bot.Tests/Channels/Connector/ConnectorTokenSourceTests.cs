using Bot.Channels.Connector;
using Bot.Channels.Connector.Access;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Channels.Connector;

/// <summary>Our own token: asked for seldom, kept until shortly before its end, and never given for a stranger.</summary>
public sealed class ConnectorTokenSourceTests
{
    [Fact]
    public async Task It_is_asked_for_by_client_credentials()
    {
        await using var scene = await Scene.SetAsync();
        Assert.Equal("token-1", await GetAsync(scene));
        Assert.Equal(
            [("client_id", Scene.AppId), ("client_secret", "the password"), ("grant_type", "client_credentials"), ("scope", "https://api.botframework.com/.default")],
            scene.Microsoft.Form.Select(f => (f.Key, f.Value)).Order());
    }

    [Fact]
    public async Task The_governments_cloud_has_a_scope_of_its_own()
    {
        await using var scene = await Scene.SetAsync(o => o with { Issuers = [ConnectorOptions.GovernmentIssuer] });
        await GetAsync(scene);
        Assert.Equal("https://api.botframework.us/.default", scene.Microsoft.Form["scope"]);
    }

    [Theory]
    [InlineData("3600", 3300)]
    [InlineData("\"3600\"", 3300)]
    [InlineData("400", 200)]
    [InlineData("\"soon\"", 3300)]
    [InlineData("99999999", 86100)]
    public async Task It_is_kept_until_five_minutes_before_its_end(string expiresIn, int kept)
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.Token = context => context.Response.WriteAsync($$"""{"access_token":"token-{{scene.Microsoft.TokenReads}}","expires_in":{{expiresIn}}}""");
        Assert.Equal("token-1", await GetAsync(scene));
        scene.Time.Advance(TimeSpan.FromSeconds(kept - 1));
        Assert.Equal("token-1", await GetAsync(scene));
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await GetAsync(scene));
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_request_and_may_leave_it()
    {
        await using var scene = await Scene.SetAsync();
        var (open, answer) = (new TaskCompletionSource(), scene.Microsoft.Token);
        scene.Microsoft.Token = async context =>
        {
            await open.Task;
            await answer(context);
        };
        using var leaving = new CancellationTokenSource();
        var first = scene.Source.GetAsync(Scene.ServiceUrl, leaving.Token);
        var others = Enumerable.Range(0, 50).Select(_ => GetAsync(scene)).ToList();
        await scene.Microsoft.ArrivedAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.SetResult();
        Assert.All(await Task.WhenAll(others), token => Assert.Equal("token-1", token));
        Assert.Equal(1, scene.Microsoft.TokenReads);
    }

    [Fact]
    public async Task A_failure_says_why_without_the_password_and_is_not_asked_for_again_at_once()
    {
        await using var scene = await Scene.SetAsync();
        var answer = scene.Microsoft.Token;
        scene.Microsoft.Token = context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret 'the password' provided."}""");
        };
        for (var i = 0; i < 20; i++)
        {
            var message = await FailsAsync(scene);
            Assert.Contains("401, invalid_client, AADSTS7000215", message);
            Assert.DoesNotContain("the password", message);
        }
        Assert.Equal(1, scene.Microsoft.TokenReads);
        scene.Microsoft.Token = answer;
        scene.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("token-2", await GetAsync(scene));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":7}""")]
    [InlineData("""{"access_token":"a\r\nX-Evil: b"}""")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    public async Task An_answer_without_a_usable_token_is_a_failure(string body)
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.Token = MicrosoftStandIn.Text(body);
        Assert.Contains(scene.Microsoft.TokenUrl.ToString(), await FailsAsync(scene));
    }

    [Fact]
    public async Task A_redirection_is_not_followed_with_the_password()
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.Token = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/token";
            return Task.CompletedTask;
        };
        Assert.Contains("307", await FailsAsync(scene));
        Assert.Equal(1, scene.Microsoft.TokenReads);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var scene = await Scene.SetAsync();
        scene.Microsoft.Token = MicrosoftStandIn.Never;
        var failed = FailsAsync(scene);
        await scene.Microsoft.ArrivedAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("too long", await failed.WaitAsync(Line.Patience));
    }

    [Fact]
    public async Task A_stranger_gets_none_and_nothing_is_asked_for()
    {
        await using var scene = await Scene.SetAsync();
        foreach (var service in new[] { "https://evil.example/", "http://localhost:1/", "" })
        {
            Assert.False(scene.Source.IsTrusted(service));
            await Assert.ThrowsAsync<ConnectorTokenException>(() => scene.Source.GetAsync(service, default));
        }
        Assert.Equal(0, scene.Microsoft.TokenReads);
    }

    [Fact]
    public async Task In_development_replies_go_without_one_when_there_is_no_app()
    {
        await using var scene = await Scene.SetAsync(o => o with { Development = true, AppId = null, AppPassword = null });
        Assert.Null(await scene.Source.GetAsync("http://localhost:56150/_connector", default));
        await Assert.ThrowsAsync<ConnectorTokenException>(() => scene.Source.GetAsync("https://evil.example/", default));

        await using var half = await Scene.SetAsync(o => o with { Development = true, AppPassword = null });
        Assert.Contains("AppPassword", await FailsAsync(half));
    }

    private static Task<string?> GetAsync(Scene scene) => scene.Source.GetAsync(Scene.ServiceUrl, default);

    private static async Task<string> FailsAsync(Scene scene) => (await Assert.ThrowsAsync<ConnectorTokenException>(() => GetAsync(scene))).Message;
}
