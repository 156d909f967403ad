using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StandIns.Webhooks;

namespace StandIns.Tests.Webhooks;

/// <summary>Messenger's batches carry signatures that a second computation, written out from RFC 2104, confirms.</summary>
public sealed class MessengerWebhookTests
{
    private readonly MessengerWebhook messenger = new("109876543210987654", "secret of the app");
    private readonly string user = MessengerEvents.User();

    [Fact]
    public void Every_item_is_signed_truly()
    {
        var events = messenger.Events;
        JsonObject[] all =
        [
            events.Text(user, "Hồ sơ của tôi đến đâu rồi?"), events.QuickReply(user, "Có", "p"), events.ReplyTo(user, "Còn cái này?", "m"), events.Attachment(user, "image"), events.Attachment(user, "sticker"),
            events.Attachment(user, "location"), events.Attachment(user, "hologram"), events.Deleted(user, "m"), events.Postback(user, "Tra cứu", "p"), events.GetStarted(user, "p", "r"), events.Referral(user, "r"),
            events.Delivery(user, "m"), events.Read(user), events.Reaction(user, "m"), events.OwnEcho(user, "Chào"), events.Echo(user, "Chào", null), events.Unknown(user),
        ];
        foreach (var webhook in all.Select(item => messenger.Sign([item])).Append(messenger.SignEntries([all, [events.Text(user, "ừ")]])))
        {
            Assert.Equal("sha256=" + Hmac("secret of the app", webhook.Body), webhook.Headers["X-Hub-Signature-256"]);
            Assert.All(webhook.Body, b => Assert.InRange(b, 32, 126));
        }
        var batch = JsonNode.Parse(messenger.SignEntries([all, [events.Text(user, "ừ")]]).Body)!;
        Assert.Equal((2, all.Length, "Hồ sơ của tôi đến đâu rồi?"),
            (batch["entry"]!.AsArray().Count, batch["entry"]![0]!["messaging"]!.AsArray().Count, (string)batch["entry"]![0]!["messaging"]![0]!["message"]!["text"]!));
    }

    [Theory]
    [InlineData(MessengerSignature.Empty)]
    [InlineData(MessengerSignature.Wrong)]
    [InlineData(MessengerSignature.NoPrefix)]
    [InlineData(MessengerSignature.OtherSecret)]
    [InlineData(MessengerSignature.Unescaped)]
    [InlineData(MessengerSignature.OtherBody)]
    [InlineData(MessengerSignature.Short)]
    public void A_wrong_signature_is_wrong(MessengerSignature signature)
    {
        var item = messenger.Events.Text(user, "Chào");
        Assert.NotEqual(messenger.Sign([item]).Headers["X-Hub-Signature-256"], messenger.Sign([item], signature).Headers["X-Hub-Signature-256"]);
    }

    [Fact]
    public void The_legacy_header_alone_is_no_signature()
    {
        var item = messenger.Events.Text(user, "Chào");
        Assert.Equal(["X-Hub-Signature"], messenger.Sign([item], MessengerSignature.OnlySha1).Headers.Keys);
        Assert.Empty(messenger.Sign([item], MessengerSignature.Missing).Headers);
    }

    private static string Hmac(string secret, byte[] message)
    {
        var key = new byte[64];
        Encoding.ASCII.GetBytes(secret).CopyTo(key, 0);
        var inner = SHA256.HashData([.. key.Select(b => (byte)(b ^ 0x36)), .. message]);
        return Convert.ToHexString(SHA256.HashData([.. key.Select(b => (byte)(b ^ 0x5c)), .. inner])).ToLowerInvariant();
    }
}
