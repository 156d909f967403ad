using System.Net;
using Bot.Tests.Channels.Contract;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Zalo;

/// <summary>Zalo's signature, of which not everything is sure, and the calls that it makes without one.</summary>
public sealed class SignatureTests
{
    public static TheoryData<string, bool, bool> Variants => new()
    {
        { "as documented", false, true },
        { "without mac=", false, true },
        { "in capitals", false, true },
        { "escaped", false, true },
        { "header and body agree", false, true },
        { "header signed", false, true },
        { "body signed beside another header", false, true },
        { "brought again", false, true },
        { "oa_id", false, false },
        { "oa_id", true, true },
        { "oa_id with the header", true, true },
        { "HMAC", true, false },
        { "HMAC with oa_id", true, false },
    };

    [Theory, MemberData(nameof(Variants))]
    public async Task A_signature_is_taken_or_not(string variant, bool acceptsOaId, bool isTaken)
    {
        await using var rig = await Rig.StartAsync("Zalo", ("Channels:Zalo:AcceptOaId", $"{acceptsOaId}"));
        var channel = (ZaloPush)rig.Channel;
        var text = channel.Events.Text(channel.User(), "xin chào");
        var status = await rig.PostAsync(channel.Webhooks.Sign(text, variant switch
        {
            "without mac=" => new() { Prefix = false },
            "in capitals" => new() { Signature = ZaloSignature.UpperCase },
            "escaped" => new() { Escaped = true },
            "header and body agree" => new() { HeaderTimestamp = (string)text["timestamp"]! },
            "header signed" => new() { HeaderTimestamp = "1700000000000", SignsHeaderTimestamp = true },
            "body signed beside another header" => new() { HeaderTimestamp = "1700000000000" },
            "brought again" => new() { Retry = 3 },
            "oa_id" => new() { SignsOaId = true },
            "oa_id with the header" => new() { SignsOaId = true, HeaderTimestamp = "1700000000000", SignsHeaderTimestamp = true },
            "HMAC" => new() { Signature = ZaloSignature.Hmac },
            "HMAC with oa_id" => new() { Signature = ZaloSignature.Hmac, SignsOaId = true },
            _ => new ZaloSigning(),
        }));
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        Assert.Equal(isTaken ? 1 : 0, rig.Log.Count("Zalo signs with"));
        Assert.Equal(variant == "brought again" ? 1 : 0, rig.Log.Count("brings an event again (3)"));
        if (isTaken) Assert.Equal(["Chào mừng."], await rig.TextsAsync(channel.User(), 1));
    }

    [Fact]
    public async Task Another_apps_events_are_refused_though_they_are_signed_with_our_secret()
    {
        await using var rig = await Rig.StartAsync("Zalo");
        Assert.Equal(HttpStatusCode.Forbidden, await rig.PostAsync(new ZaloWebhook("1", ZaloPush.OaId, ZaloPush.OaSecret, rig.Time).Text("1", "xin chào")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(" {}\r\n")]
    public async Task The_console_may_try_the_address_with_nothing_in_hand(string body)
    {
        await using var rig = await Rig.StartAsync("Zalo");
        await rig.BringAsync(ZaloWebhook.Probe(body));
        Assert.Equal((0L, 1), (rig.Logged(), rig.Log.Count("has tried its webhook")));
        Assert.Equal(HttpStatusCode.Forbidden, await rig.PostAsync(ZaloWebhook.Probe("{ \"x\": 1 }")));
        using var looked = await rig.Bot.Http.GetAsync(rig.Channel.Path);
        Assert.Equal((HttpStatusCode.OK, ""), (looked.StatusCode, await looked.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("AbC_d-1", true)]
    [InlineData("zalo_verifierAbC_d-1.html", true)]
    [InlineData("zalo_verifierAbC_d-1.html", false)]
    public async Task The_domain_is_verified_by_a_page_with_and_without_the_other_settings(string setting, bool isOn)
    {
        await using var rig = await Rig.StartAsync("Zalo", ("Channels:Zalo:Verifier", setting));
        await rig.StopAsync();
        rig.Start(isOn);
        using var page = await rig.Bot.Http.GetAsync("/zalo_verifierAbC_d-1.html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("content=\"AbC_d-1\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
