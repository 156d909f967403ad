using System.Text;
using System.Text.Json;
using Bot.Dossiers;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Tests.Conversations;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Dossiers;

/// <summary>Looking dossiers up, and how often one may guess.</summary>
public sealed class GuessTests : IAsyncLifetime
{
    private const string Right = "1234";
    private const string Wrong = "0000";

    private static readonly DossierCode Known = DossierCode.Parse("000.00.15.H37-260914-0003")!.Value;
    private static readonly DossierCode Unknown = DossierCode.Parse("000.00.15.H37-200805-0001")!.Value;

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();
    private readonly Database database;
    private readonly KeyedHash hash;

    public GuessTests() => hash = new KeyedHash(new Keys(database = new SqliteDatabase(folder.Path)));

    public Task InitializeAsync() => new SampleDossiers(database, hash, new DossierOptions { Samples = true }, time, RepositoryContent.Folder).StartAsync(default);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_right_verifier_finds_the_dossier()
    {
        var found = Assert.IsType<LookUp.Found>(await AskAsync(Desk(), Known, Right));
        Assert.Equal((Known.Text, 4, true, new DateOnly(2026, 9, 14)), (found.Dossier.Code, found.Dossier.State, found.Dossier.IsSample, found.Dossier.Received?.Day));
    }

    [Fact]
    public async Task A_wrong_verifier_and_an_unknown_code_are_not_told_apart()
    {
        Assert.IsType<LookUp.NoMatch>(await AskAsync(Desk(), Known, Wrong));
        Assert.IsType<LookUp.NoMatch>(await AskAsync(Desk(), Unknown, Right));
    }

    [Fact]
    public async Task An_address_that_guessed_too_often_is_refused_whatever_it_gives()
    {
        var desk = Desk(perAddress: 3);
        for (var i = 0; i < 3; i++) Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Unknown, Wrong, "a"));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Right, "a"));
        Assert.IsType<LookUp.Found>(await AskAsync(desk, Known, Right, "b"));
    }

    [Fact]
    public async Task Right_guesses_are_not_counted()
    {
        var desk = Desk(perAddress: 1, perCode: 1);
        for (var i = 0; i < 5; i++) Assert.IsType<LookUp.Found>(await AskAsync(desk, Known, Right));
    }

    [Fact]
    public async Task The_owner_gets_through_at_a_code_that_others_guessed_at()
    {
        var desk = Desk(perCode: 2);
        for (var i = 0; i < 2; i++) Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Known, Wrong, "thief" + i));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Wrong, "owner"));
        Assert.IsType<LookUp.Found>(await AskAsync(desk, Known, Right, "owner"));
    }

    [Fact]
    public async Task At_a_limited_code_each_address_has_two_more_tries()
    {
        var desk = Desk(perCode: 1);
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Known, Wrong, "thief"));
        for (var i = 0; i < 2; i++) Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Wrong, "thief"));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Right, "thief"));
        Assert.IsType<LookUp.Found>(await AskAsync(desk, Known, Right, "owner"));
    }

    [Fact]
    public async Task At_a_limited_code_all_addresses_together_have_a_hundred_more_in_a_day()
    {
        var desk = Desk(perCode: 1);
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Known, Wrong, "thief"));
        for (var i = 0; i < GuessLimits.TriesAtLimitedCodes; i++) Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Wrong, "thief " + i));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Right, "the last thief"));
        time.Advance(TimeSpan.FromHours(23));
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Known, Wrong, "thief"));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Right, "the last thief"));
    }

    [Fact]
    public async Task An_address_waits_longer_and_longer()
    {
        var desk = Desk(perAddress: 1000, perCode: 1000);
        DossierCode Code(int i) => DossierCode.Parse($"H37.15-260101-{i:D4}")!.Value;
        for (var i = 0; i < 15; i++) Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Code(i), Wrong));
        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            time.Advance(TimeSpan.FromSeconds(seconds - 0.5));
            Assert.IsType<LookUp.Limited>(await AskAsync(desk, Known, Right));
            time.Advance(TimeSpan.FromSeconds(0.5));
            Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Code(100 + seconds), Wrong));
        }
        Assert.IsType<LookUp.Found>(await AskAsync(desk, Known, Right, "b"));
    }

    [Fact]
    public async Task Two_names_of_a_dossier_have_one_allowance()
    {
        await database.WriteAsync(session => session.Execute("INSERT INTO dossier_codes (other, code) VALUES ($1, $2)", Unknown.Text, Known.Text));
        var desk = Desk(perCode: 1);
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Known, Wrong, "a"));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Unknown, Wrong, "b"));
    }

    [Fact]
    public async Task An_unknown_code_is_limited_like_a_known_one()
    {
        var desk = Desk(perCode: 1);
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Unknown, Wrong, "a"));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Unknown, Wrong, "b"));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_do_not_race_past_the_limit()
    {
        var desk = Desk(perAddress: 1000, perCode: 10);
        var guesses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => AskAsync(desk, Unknown, Wrong, "address " + i))));
        Assert.Equal(10, guesses.Count(g => g is LookUp.NoMatch));
        var one = Desk(perAddress: 7, perCode: 1000);
        var more = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => AskAsync(one, DossierCode.Parse($"H37.15-260101-{i:D4}")!.Value, Wrong, "one"))));
        Assert.Equal(7, more.Count(g => g is LookUp.NoMatch));
    }

    [Fact]
    public async Task After_an_hour_guessing_starts_anew_and_the_old_guesses_are_deleted()
    {
        var desk = Desk(perAddress: 1);
        await AskAsync(desk, Unknown, Wrong);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.IsType<LookUp.Limited>(await AskAsync(desk, Unknown, Wrong));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<LookUp.NoMatch>(await AskAsync(desk, Unknown, Wrong));
        time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(1, await Limits(new()).ForgetAsync());
    }

    [Fact]
    public async Task A_restart_does_not_forget_guesses()
    {
        await AskAsync(Desk(perAddress: 1), Unknown, Wrong);
        await database.DisposeAsync();
        await using var again = new SqliteDatabase(folder.Path);
        var limits = new GuessLimits(again, new KeyedHash(new Keys(again)), new GuessOptions { PerAddress = 1 }, time);
        Assert.Null(await limits.TakeAsync(Unknown.Text, hash.Of("sender", "a")));
    }

    [Fact]
    public async Task Neither_codes_nor_addresses_nor_phones_stand_in_the_file()
    {
        await AskAsync(Desk(), Unknown, "8642", "203.0.113.77");
        await database.DisposeAsync();
        var file = string.Concat(Directory.EnumerateFiles(folder.Path).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.Contains(Known.Text, file);
        Assert.DoesNotContain(Unknown.Text, file);
        Assert.DoesNotContain("203.0.113.77", file);
        Assert.DoesNotContain("8642", file);
    }

    [Fact]
    public async Task Samples_are_taken_out_when_they_are_switched_off_and_real_dossiers_stay()
    {
        await database.WriteAsync(session => session.Execute(
            "INSERT INTO dossiers (code, source, identity, mark, body, as_of, batch) VALUES ($1, 'import', $2, '', $3, 0, 1)",
            Unknown.Text, OwnerProof.Verifier(hash, Unknown.Text, "1111"),
            Encoding.UTF8.GetBytes($$"""{"code":"{{Unknown.Text}}","procedure":"p","applicant":"a","stateLabel":"s"}""")));
        await new SampleDossiers(database, hash, new DossierOptions(), time, RepositoryContent.Folder).StartAsync(default);
        Assert.IsType<LookUp.NoMatch>(await AskAsync(Desk(), Known, Right));
        var found = Assert.IsType<LookUp.Found>(await AskAsync(Desk(), Unknown, "1111"));
        Assert.Equal((false, null, null), (found.Dossier.IsSample, found.Dossier.State, found.Dossier.Due));
        Assert.Empty(found.Dossier.Supplements);
    }

    [Fact]
    public void Every_sample_has_a_code_that_the_bot_reads_and_says_that_it_is_one()
    {
        var samples = database.Read(session => session.Query("SELECT body FROM dossiers WHERE source = 'sample'", row => JsonDocument.Parse(row.GetFieldValue<byte[]>(0)).RootElement));
        Assert.InRange(samples.Count, 5, 6);
        Assert.All(samples, sample => Assert.Equal(sample.GetProperty("code").GetString(), DossierCode.Parse(sample.GetProperty("code").GetString()!)?.Text));
        Assert.All(samples, sample => Assert.Contains("Hồ sơ mẫu", sample.GetProperty("note").GetString()));
    }

    private GuessLimits Limits(GuessOptions options) => new(database, hash, options, time);

    private DossierDesk Desk(int perAddress = 30, int perCode = 10) =>
        new(new DossierSources([new StoredDossierSource(database, hash)], time, NullLogger<DossierSources>.Instance),
            Limits(new GuessOptions { PerAddress = perAddress, PerCode = perCode }));

    private Task<LookUp> AskAsync(DossierDesk desk, DossierCode code, string verifier, string address = "a") => desk.LookUpAsync(code, verifier, hash.Of("sender", address), default);
}
