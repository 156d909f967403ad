using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>The dossiers that stand in the table "dossiers" of the assistant's own store.</summary>
public sealed class StoredDossierSource(Database database, KeyedHash hash) : IDossierSource
{
    // Compared with when there is no such dossier, so that the work is the same; no hash is all zeros.
    private static readonly byte[] Nobody = new byte[32];

    /// <summary>What is stored in place of a phone's last four digits.</summary>
    public static byte[] Verifier(KeyedHash hash, string code, string digits) => hash.Of("verifier", code + ":" + digits);

    /// <inheritdoc/>
    public Task<Dossier?> FindAsync(DossierCode code, string verifier, CancellationToken stopping)
    {
        var given = Verifier(hash, code.Text, verifier);
        var kept = database.Read(session => (byte[]?)session.Scalar("SELECT verifier FROM dossiers WHERE code = $1", code.Text)) ?? Nobody;
        // The rest of the row is read only for its owner: nothing else may take longer for a code that exists.
        return Task.FromResult(CryptographicOperations.FixedTimeEquals(given, kept) ? Read(code.Text) : null);
    }

    private Dossier? Read(string code) => database.Read(session => session.Query(
        "SELECT procedure, applicant, state, state_label, received, due, unit, note, sample FROM dossiers WHERE code = $1",
        row => new Dossier
        {
            Code = code,
            Procedure = row.GetString(0),
            Applicant = row.GetString(1),
            State = row.IsDBNull(2) ? null : (int)row.GetInt64(2),
            StateLabel = row.GetString(3),
            Received = Day(row, 4),
            Due = Day(row, 5),
            Unit = Text(row, 6),
            Note = Text(row, 7),
            IsSample = row.GetInt64(8) != 0,
        },
        code)).FirstOrDefault();

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(DbDataReader row, int column) =>
        Text(row, column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
