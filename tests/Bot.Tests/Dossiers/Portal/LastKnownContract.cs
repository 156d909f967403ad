using Bot.Dossiers;
using Bot.Dossiers.Portal;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>What is kept of a portal's answers, in either store.</summary>
public abstract class LastKnownContract(TestData data) : IAsyncLifetime
{
    private static readonly DossierCode Code = DossierCode.Parse("H37.15-261102-0007")!.Value;
    private static readonly DossierCode Other = DossierCode.Parse("H37.15-261102-0099")!.Value;
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 5, 0, 0, TimeSpan.Zero);

    private Database database = null!;
    private KeyedHash hash = null!;
    private LastKnownDossiers lastKnown = null!;

    public async Task InitializeAsync()
    {
        await data.InitializeAsync();
        database = data.Open();
        hash = new KeyedHash(new Keys(database));
        lastKnown = new LastKnownDossiers(database, hash);
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await data.DisposeAsync();
    }

    [Fact]
    public async Task It_is_found_by_either_code_for_the_right_verifier_and_not_by_the_stored_source()
    {
        await KeepAsync(4, Noon);
        foreach (var code in (DossierCode[])[Code, Other])
        {
            Assert.Equal((4, Noon), (lastKnown.Find(code, "1234")?.State, lastKnown.Find(code, null)?.AsOf));
            Assert.Null(lastKnown.Find(code, "0000"));
            Assert.Null(await new StoredDossierSource(database, hash).FindAsync(code, "1234", default));
            Assert.Null(await new StoredDossierSource(database, hash).FindAsync(code, null, default));
        }
    }

    [Fact]
    public async Task The_newer_stays_from_whatever_source_it_is()
    {
        await KeepAsync(4, Noon);
        await KeepAsync(2, Noon.AddHours(-1));
        Assert.Equal(4, lastKnown.Find(Code, "1234")?.State);
        await database.WriteAsync(session => session.Execute("UPDATE dossiers SET source = 'import', as_of = $1", Noon.AddHours(1).ToUnixTimeMilliseconds()));
        await KeepAsync(5, Noon);
        Assert.Null(lastKnown.Find(Code, "1234"));
        Assert.Equal(4, (await new StoredDossierSource(database, hash).FindAsync(Code, "1234", default))?.State);
        await KeepAsync(9, Noon.AddHours(2));
        Assert.Equal(9, lastKnown.Find(Code, "1234")?.State);
    }

    [Fact]
    public async Task A_dossier_that_stands_under_the_other_code_itself_is_not_hidden_by_it()
    {
        await KeepAsync(4, Noon);
        await database.WriteAsync(session => session.Execute(
            "INSERT INTO dossiers (code, source, phone, mark, body, as_of, batch) SELECT $1, 'import', $2, mark, body, as_of, batch FROM dossiers WHERE code = $3",
            Other.Text, OwnerProof.Verifier(hash, Other.Text, "4321"), Code.Text));
        Assert.NotNull(await new StoredDossierSource(database, hash).FindAsync(Other, "4321", default));
    }

    [Fact]
    public async Task What_is_old_is_forgotten_with_its_other_code()
    {
        await KeepAsync(4, Noon);
        Assert.Equal(0, await LastKnownDossiers.ForgetAsync(database, Noon));
        Assert.Equal(1, await LastKnownDossiers.ForgetAsync(database, Noon.AddMilliseconds(1)));
        Assert.Null(database.Read(session => session.Scalar("SELECT other FROM dossier_codes")));
    }

    private Task KeepAsync(int state, DateTimeOffset at) => lastKnown.KeepAsync(new PortalDossier(
        new Dossier { Code = Code.Text, OtherCode = Other.Text, Procedure = "p", Applicant = "a", State = state, StateLabel = "s", AsOf = at },
        OwnerProof.Of(hash, Code.Text, "0900001234", null)));
}
