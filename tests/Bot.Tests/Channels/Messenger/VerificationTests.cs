using System.Net;
using Bot.Tests.Channels.Contract;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Messenger;

/// <summary>How the platform finds out whether an address is ours.</summary>
public sealed class VerificationTests
{
    private const string Path = "/channels/messenger";

    [Fact]
    public async Task The_right_token_is_answered_with_the_challenge_as_plain_text()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        using var response = await rig.Bot.Http.GetAsync(MessengerWebhook.Verification(Path, MessengerPush.VerifyToken, "<b>115 8201</b>"));
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("<b>115 8201</b>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Anything_else_is_refused()
    {
        await using var rig = await Rig.StartAsync("Messenger");
        string[] wrong =
        [
            MessengerWebhook.Verification(Path, "another", "1"), MessengerWebhook.Verification(Path, "", "1"), MessengerWebhook.Verification(Path, MessengerPush.VerifyToken, ""),
            MessengerWebhook.Verification(Path, MessengerPush.VerifyToken, "1", "unsubscribe"), Path, Path + "?hub.mode=subscribe&hub.verify_token=" + MessengerPush.VerifyToken,
        ];
        foreach (var question in wrong)
        {
            using var response = await rig.Bot.Http.GetAsync(question);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, question);
        }
    }
}
