using Bot.Channels.Connector.Access;

namespace Bot.Tests.Channels.Connector;

/// <summary>The address of a reply, whatever the service's address ends in and the ids hold.</summary>
public sealed class ReplyUrlTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net", "https://smba.trafficmanager.net/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/apac", "https://smba.trafficmanager.net/apac/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/apac/", "https://smba.trafficmanager.net/apac/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/apac//", "https://smba.trafficmanager.net/apac/v3/conversations/c/activities/a")]
    [InlineData("http://localhost:56150/_connector", "http://localhost:56150/_connector/v3/conversations/c/activities/a")]
    public void It_lies_below_the_services_path(string service, string expected) => Assert.Equal(expected, ReplyUrl.Of(service, "c", "a").AbsoluteUri);

    [Fact]
    public void Without_an_activity_it_is_the_conversations() =>
        Assert.Equal("https://s.example/v3/conversations/c/activities", ReplyUrl.Of("https://s.example/", "c").AbsoluteUri);

    [Theory]
    [InlineData("a:1|b/c", "a%3A1%7Cb%2Fc")]
    [InlineData("19:x@thread.tacv2;messageid=1", "19%3Ax%40thread.tacv2%3Bmessageid%3D1")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%", "100%25")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("../../v3/x", "..%2F..%2Fv3%2Fx")]
    [InlineData("..\\..", "..%5C..")]
    [InlineData("tiếng Việt", "ti%E1%BA%BFng%20Vi%E1%BB%87t")]
    [InlineData("...", "...")]
    public void An_id_stays_one_segment(string id, string encoded)
    {
        Assert.Equal($"https://s.example/p/v3/conversations/{encoded}/activities/{encoded}", ReplyUrl.Of("https://s.example/p/", id, id).AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_climb_is_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => ReplyUrl.Of("https://s.example/", id));
        Assert.Throws<ArgumentException>(() => ReplyUrl.Of("https://s.example/", "c", id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s.example")]
    [InlineData("ftp://s.example/")]
    [InlineData("https://s.example/?a=b")]
    [InlineData("https://s.example/#a")]
    [InlineData("https://u@s.example/")]
    public void A_service_that_is_no_place_to_send_to_is_refused(string service) => Assert.Throws<ArgumentException>(() => ReplyUrl.Of(service, "c"));
}
