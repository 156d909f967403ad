using System.Net.Http.Json;
using System.Text.Json;
using Bot.Content;
using Bot.Dossiers;
using Bot.Dossiers.Portal;
using Bot.Operation.Settings;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>Which sources are asked, and what the process does not start with.</summary>
public sealed class PortalSettingTests
{
    private static readonly (string, string)[] Named = [("Dossiers:Portal:Url", "https://mc.example/api"), ("Dossiers:Portal:Token", "s3cret")];

    [Fact]
    public void Without_a_portal_the_store_is_the_source_and_with_one_it_comes_first()
    {
        Assert.Equal(["StoredDossierSource"], Sources());
        Assert.Equal(["StoredDossierSource", "PortalDossierSource"], Sources(Named));
        Assert.Equal(["PortalDossierSource", "StoredDossierSource"], Sources([.. Named, ("Dossiers:Sources", "portal, stored")]));
        Assert.Equal(["StoredDossierSource"], Sources([.. Named, ("Dossiers:Sources", "stored")]));
    }

    [Theory]
    [InlineData("Dossiers:Sources", "stored,cổng")]
    [InlineData("Dossiers:Sources", "stored,stored")]
    [InlineData("Dossiers:Portal:Url", "mc.example")]
    [InlineData("Dossiers:Portal:CacheSeconds", "-1")]
    [InlineData("Dossiers:Portal:PatienceSeconds", "10")]
    [InlineData("Dossiers:Portal:PatiencePerTrySeconds", "0")]
    [InlineData("Dossiers:Portal:Retries", "3")]
    [InlineData("Dossiers:Portal:BreakSeconds", "0")]
    [InlineData("Dossiers:Portal:NineMayBeOpen", "có")]
    public void A_setting_out_of_bounds_is_named_with_its_value(string key, string value)
    {
        var error = Assert.Throws<BadSettingException>(() => Sources([.. Named, (key, value)]));
        Assert.Contains($"{key} = \"{value}\"", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_portal_needs_its_address_and_a_token_that_is_shown_nowhere()
    {
        Assert.Contains("Dossiers:Portal:Url", Assert.Throws<BadSettingException>(() => Sources(("Dossiers:Sources", "portal"))).Message);
        Assert.Contains("Dossiers:Portal:Token", Assert.Throws<BadSettingException>(() => Sources(Named[..1])).Message);
        Assert.DoesNotContain("s3cret", Assert.Throws<BadSettingException>(() => Sources([.. Named, ("Dossiers:Portal:Token", "s3cret\n2")])).Message);
        Assert.DoesNotContain("s3cret", PortalOptions.From(Configuration(Named)).ToString());
    }

    [Fact]
    public async Task The_health_tells_of_the_portal()
    {
        await using var bot = new TestBot(settings: Named);
        await bot.Services.GetRequiredService<LiveContent>().Ready;
        Assert.Equal("ok", (await bot.Http.GetFromJsonAsync<JsonElement>("/health")).GetProperty("dossierPortal").GetString());
    }

    private static IEnumerable<string> Sources(params (string, string)[] settings)
    {
        var environment = new HostingEnvironment { EnvironmentName = Environments.Production };
        return new ServiceCollection().AddDossiers(Configuration(settings), environment).Where(service => service.ServiceType == typeof(IDossierSource))
            .Select(service => service.ImplementationType!.Name);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Key, s => s.Value).ToDictionary(s => s.Key, s => (string?)s.Last())).Build();
}
