using System.Text.Json;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>Puts the invented dossiers of samples.json into the table at start, or takes them out, as the setting Dossiers:Samples says.</summary>
public sealed class SampleDossiers(Database database, KeyedHash hash, DossierOptions options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        session.Execute("DELETE FROM dossiers WHERE sample = 1");
        return options.Samples ? Read().Sum(sample => Insert(session, sample)) : 0;
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A real dossier that happens to have the same code is never overwritten.
    private int Insert(SqliteSession session, SampleDossier sample) => session.Execute(
        """
        INSERT OR IGNORE INTO dossiers (code, verifier, procedure, applicant, state, state_label, received, due, unit, note, sample)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)
        """,
        sample.Code, SqliteDossierSource.Verifier(hash, sample.Code, sample.PhoneEnd), sample.Procedure, sample.Applicant,
        sample.State, sample.StateLabel, sample.Received, sample.Due, sample.Unit, sample.Note);

    private static SampleDossier[] Read()
    {
        using var stream = typeof(SampleDossiers).Assembly.GetManifestResourceStream("samples.json")!;
        return JsonSerializer.Deserialize(stream, SampleJson.Default.SampleDossierArray)!;
    }
}
