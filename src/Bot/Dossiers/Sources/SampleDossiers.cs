using System.Text.Json;
using Bot.Operation.Settings;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>Puts the invented dossiers of the content folder into the table at start, or takes them out, as the setting Dossiers:Samples says.</summary>
public sealed class SampleDossiers(Database database, KeyedHash hash, DossierOptions options, TimeProvider time, string folder) : IHostedService
{
    private const string FileName = "sample-dossiers.json";

    public Task StartAsync(CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        session.Alone("sample dossiers");
        session.Execute("DELETE FROM dossiers WHERE source = 'sample'");
        return options.Samples ? Read().Sum(sample => Insert(session, sample)) : 0;
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A real dossier that happens to have the same code is never overwritten.
    private int Insert(Session session, SampleDossier sample)
    {
        var dossier = sample.ToDossier();
        return session.Execute(
            "INSERT INTO dossiers (code, source, phone, mark, body, as_of, batch) VALUES ($1, 'sample', $2, $3, $4, $5, 0) ON CONFLICT DO NOTHING",
            dossier.Code, OwnerProof.Verifier(hash, dossier.Code, sample.PhoneEnd), DossierMark.Of(dossier),
            DossierJson.Write(dossier), time.GetUtcNow().ToUnixTimeMilliseconds());
    }

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
