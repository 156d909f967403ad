namespace StandIns.Connector;

/// <summary>The tokens that a connector's calls carry: right ones, and every forgery that a bot must refuse, by name.</summary>
public sealed class ConnectorTokens(ConnectorStandIn connector, string appId, string serviceUrl, string channelId = "msteams")
{
    public const string EmulatorTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    public const string ForeignTenant = "99999999-1111-4222-8333-444444444444";

    /// <summary>A token that must be accepted with an activity of the channel and the service.</summary>
    public ConnectorToken Right => new(connector.Keys.Current)
    {
        Audience = appId,
        ServiceUrl = serviceUrl,
        NotBefore = Now,
        Expires = Now + TimeSpan.FromHours(1),
    };

    /// <summary>The emulator's old shape, for a tenant of Microsoft's or a foreign one.</summary>
    public ConnectorToken EmulatorV1(string tenant = EmulatorTenant) => Emulator($"https://sts.windows.net/{tenant}/", "1.0", "appid", tenant);

    /// <summary>The emulator's newer shape.</summary>
    public ConnectorToken EmulatorV2(string tenant = EmulatorTenant) => Emulator($"https://login.microsoftonline.com/{tenant}/v2.0", "2.0", "azp", tenant);

    /// <summary>A skill's token: from another bot, for ours.</summary>
    public ConnectorToken Skill => EmulatorV2() with
    {
        Claims = new Dictionary<string, string> { ["ver"] = "2.0", ["azp"] = "aaaaaaaa-0000-4000-8000-000000000001", ["tid"] = EmulatorTenant },
    };

    /// <summary>What must be accepted besides <see cref="Right"/>.</summary>
    public IReadOnlyDictionary<string, ConnectorToken> AlsoRight => new Dictionary<string, ConnectorToken>
    {
        ["RS384"] = Right with { Algorithm = "RS384" },
        ["RS512"] = Right with { Algorithm = "RS512" },
        ["expired within the skew"] = Right with { NotBefore = Now.AddHours(-1), Expires = Now.AddMinutes(-4) },
        ["not yet valid within the skew"] = Right with { NotBefore = Now.AddMinutes(4) },
        ["service url in other case"] = Right with { ServiceUrl = serviceUrl.ToUpperInvariant() },
    };

    /// <summary>What must be refused on the channels' path; the emulator's shapes too, unless they are switched on.</summary>
    public IReadOnlyDictionary<string, Func<string>> Forgeries => new Dictionary<string, Func<string>>
    {
        ["no token"] = () => "",
        ["no JWT"] = () => "abc",
        ["two parts"] = () => string.Join('.', Right.Write().Split('.').Take(2)),
        ["empty signature"] = () => string.Join('.', Right.Write().Split('.').Take(2)) + ".",
        ["broken signature"] = () => (Right with { BreaksSignature = true }).Write(),
        ["changed after signing"] = () => (Right with { ChangesAfterSigning = true }).Write(),
        ["alg none"] = () => (Right with { Algorithm = "none" }).Write(),
        ["alg none without kid"] = () => (Right with { Algorithm = "none", KeyId = null }).Write(),
        ["HS256 with the public key"] = () => (Right with { Algorithm = "HS256" }).Write(),
        ["PS256"] = () => (Right with { Algorithm = "PS256" }).Write(),
        ["unknown kid"] = () => (Right with { KeyId = "nobody-1" }).Write(),
        // A key that nobody has published, under the name of the one that is.
        ["a stranger's key under a known kid"] = () => (Right with { Key = new SigningKey(connector.Keys.Current.Id, [channelId]) }).Write(),
        ["other issuer"] = () => (Right with { Issuer = "https://api.botframework.example" }).Write(),
        ["issuer of the government's cloud"] = () => (Right with { Issuer = "https://api.botframework.us" }).Write(),
        ["no issuer"] = () => (Right with { Issuer = null }).Write(),
        ["other audience"] = () => (Right with { Audience = "aaaaaaaa-0000-4000-8000-000000000002" }).Write(),
        ["no audience"] = () => (Right with { Audience = null }).Write(),
        ["expired"] = () => (Right with { NotBefore = Now.AddHours(-2), Expires = Now.AddMinutes(-6) }).Write(),
        ["no expiry"] = () => (Right with { Expires = null }).Write(),
        ["not yet valid"] = () => (Right with { NotBefore = Now.AddMinutes(6) }).Write(),
        ["no service url"] = () => (Right with { ServiceUrl = null }).Write(),
        ["other service url"] = () => (Right with { ServiceUrl = "https://smba.example/" }).Write(),
        ["service url with a slash more"] = () => (Right with { ServiceUrl = serviceUrl + "/" }).Write(),
        ["service url under another claim"] = () => (Right with { ServiceUrlClaim = "serviceUrl" }).Write(),
        ["a key without endorsements"] = () => SignedBy(connector.Keys.Add(null)).Write(),
        ["a key endorsed for another channel"] = () => SignedBy(connector.Keys.Add(["skype"])).Write(),
        ["the emulator's key"] = () => SignedBy(connector.EmulatorKeys.Current).Write(),
        ["emulator v1"] = () => EmulatorV1().Write(),
        ["emulator v2"] = () => EmulatorV2().Write(),
        ["emulator of a foreign tenant"] = () => EmulatorV2(ForeignTenant).Write(),
        ["skill"] = () => Skill.Write(),
    };

    /// <summary>The names of all forgeries, for a theory's data.</summary>
    public static IEnumerable<string> ForgeryNames => new ConnectorTokens(new ConnectorStandIn(), "", "").Forgeries.Keys;

    /// <summary>A right token but for the key, which is named truly.</summary>
    public ConnectorToken SignedBy(SigningKey key) => Right with { Key = key, KeyId = key.Id };

    private DateTimeOffset Now => connector.Time.GetUtcNow();

    private ConnectorToken Emulator(string issuer, string version, string appClaim, string tenant) => new(connector.EmulatorKeys.Current)
    {
        Issuer = issuer,
        Audience = appId,
        NotBefore = Now,
        Expires = Now + TimeSpan.FromHours(1),
        Claims = new Dictionary<string, string> { ["ver"] = version, [appClaim] = appId, ["tid"] = tenant },
    };
}
