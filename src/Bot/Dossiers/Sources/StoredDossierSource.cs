using System.Security.Cryptography;
using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>The dossiers that stand in the table "dossiers" of the assistant's own store.</summary>
public sealed class StoredDossierSource(Database database, KeyedHash hash) : IDossierSource
{
    // Compared with where there is nothing, so that the work is the same; no hash is all zeros.
    private static readonly byte[] Nobody = new byte[32];

    public string Name => "stored";

    /// <summary>What is stored in place of the last four digits of a phone or identity number.</summary>
    public static byte[] Verifier(KeyedHash hash, string code, string digits) => hash.Of("verifier", code + ":" + digits);

    /// <inheritdoc/>
    public Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        // A dossier's own code comes before a second one that another dossier claims; both are looked for, always.
        var (real, phone, identity) = database.Read(session => session.Query(
            "SELECT code, phone, identity FROM dossiers WHERE code IN ($1, (SELECT code FROM dossier_codes WHERE other = $1)) ORDER BY code <> $1 LIMIT 1",
            row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
            code.Text)) is [var row] ? row : (code.Text, null, null);
        var given = Verifier(hash, real, verifier ?? "");
        // Both, always: neither whether there is such a dossier nor which number it has may show in the time.
        var isProven = CryptographicOperations.FixedTimeEquals(given, phone ?? Nobody) | CryptographicOperations.FixedTimeEquals(given, identity ?? Nobody) | verifier is null;
        // The rest of the row is read only for its owner: nothing else may take longer for a code that exists.
        return Task.FromResult(isProven ? Read(real) : null);
    }

    private Dossier? Read(string code) => database.Read(session => session.Query(
        "SELECT body, as_of FROM dossiers WHERE code = $1",
        row => DossierJson.Read(row.GetFieldValue<byte[]>(0)) with { AsOf = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)) },
        code)).FirstOrDefault();
}
