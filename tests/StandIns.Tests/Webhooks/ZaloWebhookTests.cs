using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StandIns.Webhooks;

namespace StandIns.Tests.Webhooks;

/// <summary>Zalo's events carry signatures that another program confirms.</summary>
public sealed class ZaloWebhookTests
{
    private readonly ZaloWebhook zalo = new("4512345678901234567", "2829012345678901234", "secret of the account");
    private readonly string user = ZaloEvents.User();

    [Fact]
    public void Every_event_is_signed_truly()
    {
        var events = zalo.Events;
        JsonObject[] all =
        [
            events.Text(user, "Hồ sơ của tôi đến đâu rồi?", quoted: "m1"), events.Tap(user, "#ttd:x"), events.Image(user, "ảnh"), events.Gif(user), events.File(user), events.Audio(user), events.Video(user),
            events.Location(user), events.Sticker(user), events.Link(user), events.BusinessCard(user), events.Unknown(user), events.Follow(user), events.Unfollow(user), events.ClickChatNow(user),
            events.Seen(user, "a", "b"), events.Received(user, "a"), events.OaSent(user, "Chào", adminId: "9"), events.SubmitInfo(user), events.Reacted(user, "a"), events.Anonymous("Chào"), events.Named("user_feedback", user),
        ];
        foreach (var body in all)
        {
            var webhook = zalo.Sign(body);
            Assert.Equal("mac=" + Sum("4512345678901234567" + webhook.Text + (string)body["timestamp"]! + "secret of the account"), webhook.Headers["X-ZEvent-Signature"]);
            Assert.NotNull((string?)JsonNode.Parse(webhook.Body)!["event_name"]);
        }
        Assert.True(all.Length == all.Select(e => (string)e["event_name"]!).Append("tap").Distinct().Count());
    }

    [Fact]
    public void Variants_are_signed_as_they_say()
    {
        var body = zalo.Events.Text(user, "Chào");
        var time = (string)body["timestamp"]!;
        Assert.Equal(Sum("2829012345678901234" + WireText(body) + time + "secret of the account"), zalo.Sign(body, new() { SignsOaId = true, Prefix = false }).Headers["X-ZEvent-Signature"]);
        var byHeader = zalo.Sign(body, new() { HeaderTimestamp = "123", SignsHeaderTimestamp = true, Retry = 2 });
        Assert.Equal(("mac=" + Sum("4512345678901234567" + WireText(body) + "123" + "secret of the account"), "123", "2"),
            (byHeader.Headers["X-ZEvent-Signature"], byHeader.Headers["X-ZEvent-Timestamp"], byHeader.Headers["num_retry"]));
        Assert.Empty(zalo.Sign(body, new() { Signature = ZaloSignature.Missing }).Headers);
        Assert.Contains("\\u00e0", zalo.Sign(body, new() { Escaped = true }).Text, StringComparison.Ordinal);

        string WireText(JsonObject of) => zalo.Sign(of).Text;
    }

    [Theory]
    [InlineData(ZaloSignature.Empty)]
    [InlineData(ZaloSignature.Wrong)]
    [InlineData(ZaloSignature.Hmac)]
    [InlineData(ZaloSignature.OtherSecret)]
    [InlineData(ZaloSignature.OtherBody)]
    [InlineData(ZaloSignature.Short)]
    public void A_wrong_signature_is_wrong(ZaloSignature signature)
    {
        var body = zalo.Events.Text(user, "Chào");
        Assert.NotEqual(zalo.Sign(body).Headers["X-ZEvent-Signature"], zalo.Sign(body, new() { Signature = signature }).Headers["X-ZEvent-Signature"]);
    }

    [Fact]
    public void Odd_bodies_are_as_odd_as_they_say()
    {
        var body = zalo.Events.Text(user, "Chào");
        var numeric = JsonSerializer.Deserialize<JsonElement>(StandIns.Webhooks.WireText.WriteNumericIds(body));
        Assert.Equal((JsonValueKind.Number, user), (numeric.GetProperty("sender").GetProperty("id").ValueKind, numeric.GetProperty("sender").GetProperty("id").GetRawText()));
        Assert.ThrowsAny<ArgumentException>(() => new UTF8Encoding(false, true).GetString(StandIns.Webhooks.WireText.InvalidUtf8(body)));
        Assert.Equal("{\"a\":{\"a\":1}}", Encoding.ASCII.GetString(StandIns.Webhooks.WireText.Deep(2)));
        Assert.True(StandIns.Webhooks.WireText.Oversized(body, 70_000).Length > 70_000);
        Assert.True(long.Parse(user, null) > 1L << 53);
    }

    // Another program's SHA-256.
    private static string Sum(string text)
    {
        using var sum = Process.Start(new ProcessStartInfo("sha256sum") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        sum.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(text));
        sum.StandardInput.Close();
        return sum.StandardOutput.ReadToEnd()[..64];
    }
}
