using Bot.Dossiers;
using Bot.Dossiers.Portal;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging;
using StandIns.Portal;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>A desk that asks the store and then a portal, which is a real server; the clock stands still.</summary>
internal sealed class PortalRig : IAsyncDisposable
{
    public const string Right = "1234";
    public const string Wrong = "0000";

    public static readonly DossierCode Waiting = DossierCode.Parse("H37.15-261102-0007")!.Value;
    public static readonly DossierCode Nothing = DossierCode.Parse("H37.15-261102-9999")!.Value;

    /// <summary>The longest that the desk lets pass by itself: the beat, and the pause before another try.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly TempFolder folder = new();
    private readonly List<IDisposable> opened = [];
    private readonly GuessOptions guesses;
    private ILoggerFactory logs = null!;

    private PortalRig(PortalStandIn portal, GuessOptions guesses) => (Portal, this.guesses) = (portal, guesses);

    public ManualTime Time { get; } = new();

    public PortalStandIn Portal { get; }

    public PortalOptions Options { get; private set; } = null!;

    public CapturedLog Log { get; } = new();

    public Database Database { get; private set; } = null!;

    public KeyedHash Hash { get; private set; } = null!;

    public PortalClient Client { get; private set; } = null!;

    public DossierDesk Desk { get; private set; } = null!;

    public static async Task<PortalRig> StartAsync(Func<PortalOptions, PortalOptions>? change = null, GuessOptions? guesses = null)
    {
        var rig = new PortalRig(await PortalStandIn.StartedAsync(), guesses ?? new GuessOptions());
        rig.Portal.Hold(InventedDossiers.Waiting());
        rig.Portal.Hold(InventedDossiers.Done());
        rig.Portal.Hold(InventedDossiers.Odd());
        var options = new PortalOptions { Url = new Uri(rig.Portal.Url + PortalStandIn.Path), Token = rig.Portal.Token };
        rig.Options = change?.Invoke(options) ?? options;
        rig.Open();
        return rig;
    }

    /// <summary>The same data after the process has ended and begun again: nothing is left in memory.</summary>
    public async Task RestartAsync()
    {
        opened.ForEach(one => one.Dispose());
        opened.Clear();
        await Database.DisposeAsync();
        Open();
    }

    public Task<LookUp> AskAsync(DossierCode code, string verifier, string address = "a") => InTimeAsync(Desk.LookUpAsync(code, verifier, Hash.Of("sender", address), default));

    public Task<LookUp> RecallAsync(DossierCode code) => InTimeAsync(Desk.RecallAsync(code, default));

    /// <summary>Lets pass what the desk waits for by itself, and nobody's patience.</summary>
    public async Task<LookUp> InTimeAsync(Task<LookUp> asking)
    {
        await Time.PassUntilAsync(asking, Beat);
        return await asking;
    }

    public async ValueTask DisposeAsync()
    {
        opened.ForEach(one => one.Dispose());
        await Database.DisposeAsync();
        await Portal.DisposeAsync();
        folder.Dispose();
    }

    private void Open()
    {
        logs = LoggerFactory.Create(logging => logging.AddProvider(Log));
        Database = new Bot.Storage.Sqlite.SqliteDatabase(folder.Path);
        Hash = new KeyedHash(new Keys(Database));
        Client = new PortalClient(Options, Time, logs.CreateLogger<PortalClient>());
        var source = new PortalDossierSource(
            Client, new HoSoReader(Options, Hash, logs.CreateLogger<HoSoReader>()), new LastKnownDossiers(Database, Hash), Options, Hash, Time, logs.CreateLogger<PortalDossierSource>());
        Desk = new DossierDesk(
            new DossierSources([new StoredDossierSource(Database, Hash), source], Time, logs.CreateLogger<DossierSources>()), new GuessLimits(Database, Hash, guesses, Time));
        opened.AddRange([source, Client, logs]);
    }
}
