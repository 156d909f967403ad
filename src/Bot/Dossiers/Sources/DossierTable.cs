using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>Finds dossiers in the table for whoever proves that he may know.</summary>
/// <param name="among">The condition, in SQL, that the rows meet which it looks among.</param>
internal sealed class DossierTable(Database database, KeyedHash hash, string among)
{
    // The code that was asked for goes before one that it is another name of; behind both comes nobody's, so that there is a row of the same length to read
    // for a code that does not exist.
    private readonly string proofs =
        $"""
        SELECT code, coalesce(phone, $2), coalesce(identity, $2), CASE WHEN code = $1 THEN 0 ELSE 1 END AS place FROM dossiers
        WHERE code IN ($1, (SELECT code FROM dossier_codes WHERE other = $1)) AND {among}
        UNION ALL SELECT $1, $2, $2, 2 ORDER BY place LIMIT 1
        """;

    private readonly string bodies = $"SELECT body, as_of FROM dossiers WHERE code = $1 AND {among}";

    /// <summary>The dossier; null for none and for a wrong verifier alike, after the same work.</summary>
    public Dossier? Find(DossierCode code, string? verifier)
    {
        var (real, proof) = database.Read(session => session.Query(
            proofs, row => (row.GetString(0), new OwnerProof(row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2))), code.Text, OwnerProof.Nobody))[0];
        // The rest of the row is read only for its owner: nothing else may take longer for a code that exists.
        return proof.IsMetBy(hash, real, verifier) && Read(real) is { } dossier ? dossier with { Owner = proof.Owner } : null;
    }

    private Dossier? Read(string code) => database.Read(session => session.Query(
        bodies,
        row => DossierJson.Read(row.GetFieldValue<byte[]>(0)) with { AsOf = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)) },
        code)).FirstOrDefault();
}
