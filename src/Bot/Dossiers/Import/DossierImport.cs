using System.Text.Json;
using Bot.Dossiers.Sources;
using Bot.Storage;

namespace Bot.Dossiers.Import;

/// <summary>Puts the dossiers of an export into the table; beside the running assistant, whose answers wait for one batch at most.</summary>
public sealed class DossierImport(Database database, KeyedHash hash, DossierMapping mapping)
{
    private const int BatchSize = 500;

    /// <param name="open">Reads the file from its beginning, the headers first.</param>
    /// <param name="isSnapshot">The file is the whole: what was imported before and is not named in it goes.</param>
    /// <param name="force">Also when that takes half of what there is.</param>
    public async Task<ImportReport> RunAsync(Func<IEnumerable<ImportRow>> open, DateTimeOffset asOf, bool isSnapshot, bool force)
    {
        var before = database.Read(session => (long)session.Scalar("SELECT count(*) FROM dossiers WHERE source = 'import'")!);
        // Before the first row is written: half an export must not be noticed when the other half is gone.
        if (isSnapshot && !force && before > 0 && Codes(open()) * 2L <= before)
            return ImportReport.Refused($"Tệp sẽ làm mất ít nhất một nửa trong {before} hồ sơ đã nhập; nếu đúng là như vậy, hãy thêm --force.");
        var batch = database.Read(session => (long)session.Scalar("SELECT coalesce(max(batch), 0) FROM dossiers")!) + 1;
        using var rows = open().GetEnumerator();
        if (!rows.MoveNext()) return ImportReport.Refused("Tệp trống.");
        var reader = new DossierRows(rows.Current.Cells, mapping);
        if (reader.Missing.ToArray() is { Length: > 0 } missing) return ImportReport.Refused("Tệp thiếu cột " + string.Join(", ", missing) + ".");
        var (faults, seen, waiting, stored) = (new List<(int, string)>(), new Dictionary<string, int>(), new List<ReadDossier>(BatchSize), 0);
        while (rows.MoveNext())
        {
            if (rows.Current.Cells.All(cell => cell.Length == 0)) continue;
            var read = reader.Read(rows.Current.Cells);
            if (read.Dossier is not null && !seen.TryAdd(read.Code!, Content(rows.Current.Cells)))
            {
                if (seen[read.Code!] != Content(rows.Current.Cells)) faults.Add((rows.Current.Line, "trùng mã với một dòng trước nhưng khác nội dung"));
                continue;
            }
            if (read.Fault is { } fault) faults.Add((rows.Current.Line, fault));
            else stored++;
            if (read.Code is not null) waiting.Add(read);
            if (waiting.Count == BatchSize) await FlushAsync();
        }
        await FlushAsync();
        return new ImportReport(stored, isSnapshot ? await RemoveAsync(batch) : 0, faults, reader.UnknownHeaders, reader.UnknownStates);

        async Task FlushAsync()
        {
            var (some, at) = (waiting.ToArray(), asOf.ToUnixTimeMilliseconds());
            waiting.Clear();
            if (some.Length > 0) await database.WriteAsync(session => some.Sum(read => Store(session, read, at, batch)));
        }
    }

    private int Codes(IEnumerable<ImportRow> all)
    {
        DossierRows? reader = null;
        var codes = new HashSet<string>();
        foreach (var row in all)
        {
            if (reader is null) reader = new DossierRows(row.Cells, mapping);
            else if (reader.Read(row.Cells) is { Code: { } code, Dossier: not null }) codes.Add(code);
        }
        return codes.Count;
    }

    private int Store(Session session, ReadDossier read, long asOf, long batch)
    {
        // A faulty row names its dossier all the same: a snapshot must not take it away.
        if (read.Dossier is not { } dossier) return session.Execute("UPDATE dossiers SET batch = $1 WHERE code = $2", batch, read.Code);
        if (dossier.OtherCode is { } other)
            session.Execute("INSERT INTO dossier_codes (other, code) VALUES ($1, $2) ON CONFLICT (other) DO UPDATE SET code = excluded.code", other, dossier.Code);
        // What a portal has said since is newer.
        return session.Execute(
            """
            INSERT INTO dossiers (code, source, phone, identity, mark, body, as_of, batch) VALUES ($1, 'import', $2, $3, $4, $5, $6, $7)
            ON CONFLICT (code) DO UPDATE SET source = excluded.source, phone = excluded.phone, identity = excluded.identity, mark = excluded.mark,
            body = excluded.body, as_of = excluded.as_of, batch = excluded.batch WHERE dossiers.source <> 'portal' OR dossiers.as_of <= excluded.as_of
            """,
            dossier.Code, Verifier(read.PhoneEnd), Verifier(read.IdentityEnd), DossierMark.Of(dossier), JsonSerializer.SerializeToUtf8Bytes(dossier, DossierJson.Default.Dossier), asOf, batch);

        byte[]? Verifier(string? digits) => digits is null ? null : StoredDossierSource.Verifier(hash, dossier.Code, digits);
    }

    private Task<int> RemoveAsync(long batch) => database.WriteAsync(session =>
    {
        session.Execute("DELETE FROM dossier_codes WHERE code IN (SELECT code FROM dossiers WHERE source = 'import' AND batch <> $1)", batch);
        return session.Execute("DELETE FROM dossiers WHERE source = 'import' AND batch <> $1", batch);
    });

    private static int Content(string[] cells)
    {
        var content = new HashCode();
        foreach (var cell in cells) content.Add(cell);
        return content.ToHashCode();
    }
}
