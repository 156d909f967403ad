using System.Text.Json;
using Bot.Operation.Settings;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>Puts the invented dossiers of the content folder into the table at start, or takes them out, as the setting Dossiers:Samples says.</summary>
public sealed class SampleDossiers(Database database, KeyedHash hash, DossierOptions options, string folder) : IHostedService
{
    private const string FileName = "sample-dossiers.json";

    public Task StartAsync(CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        session.Alone("sample dossiers");
        session.Execute("DELETE FROM dossiers WHERE sample = 1");
        return options.Samples ? Read().Sum(sample => Insert(session, sample)) : 0;
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A real dossier that happens to have the same code is never overwritten.
    private int Insert(Session session, SampleDossier sample) => session.Execute(
        """
        INSERT INTO dossiers (code, verifier, procedure, applicant, state, state_label, received, due, unit, note, sample)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        ON CONFLICT DO NOTHING
        """,
        sample.Code, StoredDossierSource.Verifier(hash, sample.Code, sample.PhoneEnd), sample.Procedure, sample.Applicant,
        (long)sample.State, sample.StateLabel, sample.Received, sample.Due, sample.Unit, sample.Note);

    private SampleDossier[] Read()
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return [];
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, SampleJson.Default.SampleDossierArray) ?? [];
        }
        catch (JsonException error)
        {
            throw new BadSettingException($"{path}:{error.LineNumber + 1}: hồ sơ mẫu viết sai; sửa tệp này hoặc đặt Dossiers:Samples=false", error);
        }
    }
}
