using StandIns.Graph;

namespace StandIns.Tests.Graph;

/// <summary>What may stand in the page's profile, and in which order.</summary>
public sealed class GraphProfileTests : IAsyncLifetime
{
    private readonly GraphStandIn graph = new() { AppSecret = null };

    public static TheoryData<string, bool, string> Profiles => new()
    {
        { "a greeting", true, """{"greeting":[{"locale":"default","text":"a"},{"locale":"vi_VN","text":"b"}]}""" },
        { "a flat menu", true, Menu("""{"type":"postback","title":"a","payload":"p"},{"type":"web_url","title":"b","url":"https://vi.example/"}""") },
        { "20 items", true, Menu(string.Join(',', Enumerable.Repeat("""{"type":"postback","title":"a","payload":"p"}""", 20))) },
        { "four questions", true, $$"""{"ice_breakers":[{{string.Join(',', Enumerable.Repeat("""{"question":"q","payload":"p"}""", 4))}}]}""" },
        { "questions by locale", true, """{"ice_breakers":[{"locale":"default","call_to_actions":[{"question":"q","payload":"p"}]}]}""" },

        { "nothing", false, "{}" },
        { "an unknown field", false, """{"welcome":"a"}""" },
        { "no default greeting", false, """{"greeting":[{"locale":"vi_VN","text":"b"}]}""" },
        { "a long greeting", false, $$"""{"greeting":[{"locale":"default","text":"{{new string('a', 161)}}"}]}""" },
        { "a get_started without payload", false, """{"get_started":{}}""" },
        { "21 items", false, Menu(string.Join(',', Enumerable.Repeat("""{"type":"postback","title":"a","payload":"p"}""", 21))) },
        { "a long item", false, Menu($$"""{"type":"postback","title":"{{new string('a', 31)}}","payload":"p"}""") },
        { "a nested menu", false, Menu("""{"type":"nested","title":"a","call_to_actions":[]}""") },
        { "a phone in the menu", false, Menu("""{"type":"phone_number","title":"a","payload":"+841"}""") },
        { "five questions", false, $$"""{"ice_breakers":[{{string.Join(',', Enumerable.Repeat("""{"question":"q","payload":"p"}""", 5))}}]}""" },
    };

    public Task InitializeAsync() => graph.StartAsync();

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_profile_is_judged(string what, bool isRight, string body)
    {
        Assert.True(await AskAsync("POST", """{"get_started":{"payload":"p"}}"""));
        Assert.True(await AskAsync("POST", body) == isRight, what);
    }

    [Fact]
    public async Task The_menu_needs_the_start_button_as_long_as_it_stands()
    {
        var menu = Menu("""{"type":"postback","title":"a","payload":"p"}""");
        Assert.False(await AskAsync("POST", menu));
        Assert.True(await AskAsync("POST", """{"get_started":{"payload":"p"}}"""));
        Assert.True(await AskAsync("POST", menu));
        Assert.False(await AskAsync("DELETE", """{"fields":["get_started"]}"""));
        Assert.True(await AskAsync("DELETE", """{"fields":["persistent_menu","get_started"]}"""));
        Assert.Empty(graph.Profile);
    }

    [Fact]
    public async Task What_was_set_can_be_read()
    {
        Assert.True(await AskAsync("POST", """{"get_started":{"payload":"p"}}"""));
        var (_, answer) = await Wire.JsonAsync("GET", Url + "&fields=get_started,greeting", null);
        Assert.Equal("p", answer.GetProperty("data")[0].GetProperty("get_started").GetProperty("payload").GetString());
        var (_, none) = await Wire.JsonAsync("GET", Url + "&fields=greeting", null);
        Assert.Equal(0, none.GetProperty("data").GetArrayLength());
    }

    private static string Menu(string items) => $$"""{"persistent_menu":[{"locale":"default","composer_input_disabled":false,"call_to_actions":[{{items}}]}]}""";

    private string Url => $"{graph.Url}/v26.0/me/messenger_profile?access_token={graph.PageToken}";

    private async Task<bool> AskAsync(string method, string body)
    {
        var (_, answer) = await Wire.JsonAsync(method, Url, body);
        return answer.TryGetProperty("result", out var result) ? result.GetString() == "success" : answer.GetProperty("error").GetProperty("code").GetInt32() != 100;
    }
}
