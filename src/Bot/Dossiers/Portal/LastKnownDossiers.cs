using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Portal;

/// <summary>What the portal said last of the dossiers that their owners asked for, in the table "dossiers", for when it cannot be asked.</summary>
public sealed class LastKnownDossiers(Database database, KeyedHash hash)
{
    private readonly DossierTable table = new(database, hash, "source = 'portal'");

    /// <summary>The dossier as it was at <see cref="Dossier.AsOf"/>; null for nothing known and for a wrong verifier alike.</summary>
    public Dossier? Find(DossierCode code, string? verifier) => table.Find(code, verifier);

    /// <summary>Writes it down, unless something as new stands there, from whatever source.</summary>
    public Task KeepAsync(PortalDossier told) => database.WriteAsync(session =>
    {
        var (dossier, proof) = (told.Dossier, told.Proof);
        if (dossier.OtherCode is { } other && DossierCode.Parse(other)?.Text == other)
            session.Execute("INSERT INTO dossier_codes (other, code) VALUES ($1, $2) ON CONFLICT DO NOTHING", other, dossier.Code);
        return session.Execute(
            """
            INSERT INTO dossiers (code, source, phone, identity, mark, body, as_of, batch) VALUES ($1, 'portal', $2, $3, $4, $5, $6, 0)
            ON CONFLICT (code) DO UPDATE SET source = excluded.source, phone = excluded.phone, identity = excluded.identity, mark = excluded.mark,
            body = excluded.body, as_of = excluded.as_of, batch = excluded.batch WHERE dossiers.as_of < excluded.as_of
            """,
            dossier.Code, proof.Phone, proof.Identity, DossierMark.Of(dossier), DossierJson.Write(dossier), dossier.AsOf!.Value.ToUnixTimeMilliseconds());
    });

    /// <summary>Deletes what is older.</summary>
    public static Task<int> ForgetAsync(Database database, DateTimeOffset since) => database.WriteAsync(session =>
    {
        var end = since.ToUnixTimeMilliseconds();
        session.Execute("DELETE FROM dossier_codes WHERE code IN (SELECT code FROM dossiers WHERE source = 'portal' AND as_of < $1)", end);
        return session.Execute("DELETE FROM dossiers WHERE source = 'portal' AND as_of < $1", end);
    });
}
