using System.Data.Common;
using Bot.Staff.Audit;
using Bot.Storage;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>The accounts in the store, as ASP.NET Core Identity wants them; what it reads and sets field by field is in the other part.</summary>
public sealed partial class StaffStore(Database database, AuditLog audit, KeyedHash hash)
{
    private const string Columns = "id, name, key, role, password, temporary, stamp, secret, enrolled, locked, created, version, locked_until";

    private bool hasAdministrator;

    /// <summary>Whether there has ever been an administrator: the pages are off before.</summary>
    public bool HasAdministrator => hasAdministrator || (hasAdministrator = database.Read(session =>
        session.Scalar("SELECT 1 FROM staff WHERE role = $1 LIMIT 1", StaffRole.Administrator.Name())) is not null);

    /// <summary>All accounts by name.</summary>
    public List<StaffAccount> All() => database.Read(session => session.Query($"SELECT {Columns} FROM staff ORDER BY key", Account));

    public StaffAccount? Find(string id) => One("id", id);

    public StaffAccount? FindByKey(string key) => One("key", key);

    public async Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        var isNew = await database.WriteAsync(session =>
        {
            var added = session.Execute(
                $"INSERT INTO staff ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, 0) ON CONFLICT DO NOTHING",
                user.Id, user.Name, user.Key, user.Role.Name(), user.Password, Flag(user.IsTemporary), user.Stamp, user.Secret,
                Flag(user.IsEnrolled), Flag(user.IsLocked), user.Created.ToUnixTimeMilliseconds());
            if (added == 1) WriteNotes(session, user);
            return added == 1;
        });
        if (!isNew) return StaffFault.Result(StaffFault.Taken);
        (user.Version, _) = (1, user.Notes.RemoveAll(_ => true));
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        try
        {
            var isCurrent = await database.WriteAsync(session =>
            {
                // Two administrators must not take each other's role at the same moment.
                session.Alone("staff");
                var before = Administrators(session);
                var changed = session.Execute(
                    """
                    UPDATE staff SET name = $3, key = $4, role = $5, password = $6, temporary = $7, stamp = $8, secret = $9, enrolled = $10,
                        locked = $11, version = version + 1
                    WHERE id = $1 AND version = $2
                    """,
                    user.Id, user.Version, user.Name, user.Key, user.Role.Name(), user.Password, Flag(user.IsTemporary), user.Stamp,
                    user.Secret, Flag(user.IsEnrolled), Flag(user.IsLocked));
                if (before > 0 && Administrators(session) == 0) throw new LastAdministratorException();
                if (changed == 1) WriteNotes(session, user);
                return changed == 1;
            });
            if (!isCurrent) return StaffFault.Result(StaffFault.Meanwhile);
            (user.Version, _) = (user.Version + 1, user.Notes.RemoveAll(_ => true));
            return IdentityResult.Success;
        }
        catch (LastAdministratorException)
        {
            return StaffFault.Result(StaffFault.LastAdministrator);
        }
    }

    /// <summary>Never: what somebody did stays his. An account that is no longer needed is locked.</summary>
    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void WriteNotes(Session session, StaffAccount user)
    {
        foreach (var note in user.Notes) audit.Write(session, note);
    }

    private StaffAccount? One(string column, string value) =>
        database.Read(session => session.Query($"SELECT {Columns} FROM staff WHERE {column} = $1", Account, value)).FirstOrDefault();

    private static long Administrators(Session session) =>
        (long)session.Scalar("SELECT count(*) FROM staff WHERE role = $1 AND locked = 0", StaffRole.Administrator.Name())!;

    private static long Flag(bool value) => value ? 1L : 0L;

    private static StaffAccount Account(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Key = row.GetString(2),
        Role = StaffRoles.Find(row.GetString(3)) ?? StaffRole.Editor,
        Password = row.GetString(4),
        IsTemporary = row.GetInt64(5) != 0,
        Stamp = row.GetString(6),
        Secret = row.IsDBNull(7) ? null : row.GetString(7),
        IsEnrolled = row.GetInt64(8) != 0,
        IsLocked = row.GetInt64(9) != 0,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        Version = row.GetInt64(11),
        LockedUntil = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(12)),
    };

    private sealed class LastAdministratorException : Exception;
}
