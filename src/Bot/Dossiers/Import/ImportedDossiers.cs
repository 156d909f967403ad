using System.Diagnostics;
using Bot.Dossiers.Sources;
using Bot.Storage;

namespace Bot.Dossiers.Import;

/// <summary>The table of dossiers as imports write it: in small transactions, each of which may be repeated; what is newer always stays.</summary>
internal sealed class ImportedDossiers(Database database, KeyedHash hash)
{
    private const int MostRemovedAtOnce = 500;

    /// <summary>When the last snapshot that was imported was made; null when there was none.</summary>
    public DateTimeOffset? LastSnapshot =>
        database.Read(session => session.Scalar("SELECT max(as_of) FROM imports WHERE whole = 1")) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Of what was imported before: how much there is, and how much of it stays when a snapshot is the whole.</summary>
    public (int All, int Kept) Compare(ExportReading snapshot, DateTimeOffset asOf)
    {
        var kept = database.Read(session => session.Query("SELECT code, as_of FROM dossiers WHERE source = 'import'",
            row => row.GetInt64(1) > asOf.ToUnixTimeMilliseconds() || snapshot.Has(ExportReading.Key(row.GetString(0)))));
        return (kept.Count, kept.Count(stays => stays));
    }

    /// <summary>Begins an import; returns its number, higher than that of any before.</summary>
    public Task<long> BeginAsync(DateTimeOffset asOf) => database.WriteAsync(session =>
    {
        session.Alone("imports");
        var batch = (long)session.Scalar("SELECT coalesce(max(batch), 0) + 1 FROM imports")!;
        session.Execute("INSERT INTO imports (batch, as_of, whole) VALUES ($1, $2, 0)", batch, asOf.ToUnixTimeMilliseconds());
        return batch;
    });

    /// <summary>Stores dossiers in one transaction; returns how many: the others are stored as they were later. A faulty row's dossier is noted as named.</summary>
    /// <param name="pace">Is told how long that kept the store.</param>
    public Task<int> StoreAsync(IReadOnlyList<ReadDossier> rows, DateTimeOffset asOf, long batch, ImportPace pace)
    {
        // Before the transaction: citizens wait for it.
        var ready = rows.Select(Ready).ToArray();
        return database.WriteAsync(session =>
        {
            var began = Stopwatch.GetTimestamp();
            var areStored = ready.Select(row => row is not null && Store(session, row, asOf.ToUnixTimeMilliseconds(), batch)).ToArray();
            for (var i = 0; i < rows.Count; i++)
                if (areStored[i]) Lead(session, rows[i].Dossier!.OtherCode, ready[i]!.Code);
                else session.Later("UPDATE dossiers SET batch = $1 WHERE code = $2 AND source = 'import'", batch, rows[i].Code);
            pace.Took(rows.Count, Stopwatch.GetElapsedTime(began));
            return areStored.Count(isStored => isStored);
        });
    }

    /// <summary>Ends the import of a snapshot: what it did not name, and is not newer, goes. Returns how much that was.</summary>
    public async Task<int> RemoveOthersAsync(DateTimeOffset asOf, long batch)
    {
        // Bit by bit: the assistant's own writes stand behind each.
        var (all, at) = (0, asOf.ToUnixTimeMilliseconds());
        for (var some = MostRemovedAtOnce; some == MostRemovedAtOnce; all += some)
        {
            some = await database.WriteAsync(session =>
            {
                var gone = session.Query("SELECT code FROM dossiers WHERE source = 'import' AND batch < $1 AND as_of <= $2 LIMIT $3" + session.ForUpdate,
                    row => row.GetString(0), batch, at, (long)MostRemovedAtOnce);
                foreach (var code in gone)
                {
                    session.Later("DELETE FROM dossier_codes WHERE code = $1", code);
                    session.Later("DELETE FROM dossiers WHERE code = $1", code);
                }
                return gone.Count;
            });
        }
        await database.WriteAsync(session => session.Execute("UPDATE imports SET whole = 1 WHERE batch = $1", batch));
        return all;
    }

    private ReadyRow? Ready(ReadDossier row)
    {
        return row.Dossier is { } dossier
            ? new ReadyRow(dossier.Code, Verifier(row.PhoneEnd), Verifier(row.IdentityEnd), DossierMark.Of(dossier), DossierJson.Write(dossier)) : null;

        byte[]? Verifier(string? digits) => digits is null ? null : OwnerProof.Verifier(hash, row.Dossier.Code, digits);
    }

    private static bool Store(Session session, ReadyRow row, long asOf, long batch) => session.Execute(
        """
        INSERT INTO dossiers (code, source, phone, identity, mark, body, as_of, batch) VALUES ($1, 'import', $2, $3, $4, $5, $6, $7)
        ON CONFLICT (code) DO UPDATE SET source = excluded.source, phone = excluded.phone, identity = excluded.identity, mark = excluded.mark,
        body = excluded.body, as_of = excluded.as_of, batch = excluded.batch WHERE dossiers.source = 'sample' OR dossiers.as_of <= excluded.as_of
        """,
        row.Code, row.Phone, row.Identity, row.Mark, row.Body, asOf, batch) > 0;

    // Once all have been stored: where the store is far away, these go there together.
    private static void Lead(Session session, string? other, string code)
    {
        session.Later("DELETE FROM dossier_codes WHERE code = $1 AND other <> $2", code, other ?? "");
        if (other is not null)
            session.Later("INSERT INTO dossier_codes (other, code) VALUES ($1, $2) ON CONFLICT (other) DO UPDATE SET code = excluded.code", other, code);
    }

    /// <summary>A dossier as the table holds it.</summary>
    private sealed record ReadyRow(string Code, byte[]? Phone, byte[]? Identity, string Mark, byte[] Body);
}
