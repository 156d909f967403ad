using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Operation;
using Bot.Operation.Logs;
using Bot.Operation.Settings;
using Bot.Staff.Accounts;
using Bot.Staff.Publishing;
using Bot.Storage.Questions;
using Bot.Turns;
using Bot.Web;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Operation;

/// <summary>Settings: working defaults, and clear words for what cannot be worked with.</summary>
public sealed class SettingTests
{
    public static TheoryData<string, string> Bad => new()
    {
        { "Limits:BodyBytes", "10" },
        { "Limits:UploadBytes", "-1" },
        { "Limits:ConversationsPerMinute", "0" },
        { "Limits:MessagesPerMinute", "nhiều" },
        { "Limits:MessageLength", "0" },
        { "Limits:GuessesPerAddress", "0" },
        { "Limits:GuessesPerCode", "1.5" },
        { "Retention:Days", "0" },
        { "Retention:Days", "3651" },
        { "Questions:Days", "0" },
        { "Questions:Record", "có" },
        { "Web:Origins", "*" },
        { "Web:Origins", "https://a.example/path" },
        { "Web:Origins", "a.example" },
        { "Web:PublicUrl", "hoidap.example" },
        { "Web:PublicUrl", "ftp://hoidap.example" },
        { "Web:Quality", "có" },
        { "Proxy:Known", "10.0.0.0/33" },
        { "Proxy:Known", "proxy.local" },
        { "Log:Format", "xml" },
        { "Dossiers:Agencies", "H56.14, 14" },
        { "Dossiers:FolderMode", "whole" },
        { "Staff:IdleMinutes", "1" },
        { "Staff:LockFailures", "2" },
        { "Staff:SessionHours", "lâu" },
        { "Staff:TwoPeople", "hai" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_setting_out_of_bounds_is_named_with_its_value(string key, string value)
    {
        var error = Assert.Throws<BadSettingException>(() => ReadAll(Configuration((key, value))));
        Assert.Contains($"{key} = \"{value}\"", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Nothing_need_be_set() => ReadAll(Configuration());

    [Fact]
    public void Lists_take_commas_and_spaces()
    {
        var configuration = Configuration(("Web:Origins", " https://a.example/ ,https://b.example:8443 "), ("Proxy:Known", "10.0.0.1, 192.168.0.0/16;::1"));
        Assert.Equal(["https://a.example", "https://b.example:8443"], OriginOptions.From(configuration).Origins.Order());
        Assert.Equal(3, ProxyOptions.From(configuration).Known.Count);
    }

    private static void ReadAll(IConfiguration configuration)
    {
        LimitOptions.From(configuration);
        OriginOptions.From(configuration);
        TurnOptions.From(configuration);
        GuessOptions.From(configuration);
        RetentionOptions.From(configuration);
        QuestionOptions.From(configuration);
        PublicAddressOptions.From(configuration);
        QualityOptions.From(configuration);
        ProxyOptions.From(configuration);
        LogOptions.From(configuration);
        Agencies.From(configuration);
        FolderOptions.From(configuration);
        StaffOptions.From(configuration);
        PublishOptions.From(configuration);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
