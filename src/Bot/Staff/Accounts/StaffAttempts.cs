using Bot.Storage;

namespace Bot.Staff.Accounts;

/// <summary>
/// Counts tries at an account, of passwords and codes together, before they are looked at: a hundred at the same moment are no more than the limit.
/// </summary>
public sealed class StaffAttempts(Database database, StaffOptions options, TimeProvider time)
{
    /// <summary>Takes a try; false while the account is locked. The last one locks it, unless it proves right.</summary>
    public Task<bool> TakeAsync(string id) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow();
        return session.Execute(
            """
            UPDATE staff SET
                failures = CASE WHEN failures >= $2 THEN 1 ELSE failures + 1 END,
                locked_until = CASE WHEN (CASE WHEN failures >= $2 THEN 1 ELSE failures + 1 END) >= $2 THEN $4 ELSE 0 END
            WHERE id = $1 AND locked = 0 AND locked_until <= $3
            """,
            id, (long)options.LockFailures, now.ToUnixTimeMilliseconds(), (now + options.Lock).ToUnixTimeMilliseconds()) == 1;
    });

    /// <summary>Gives a try back that was right, but not yet all that it takes to be let in: what failed before stays counted.</summary>
    public Task ReleaseAsync(string id) => database.WriteAsync(session =>
        session.Execute("UPDATE staff SET failures = failures - 1, locked_until = 0 WHERE id = $1 AND failures > 0", id));

    /// <summary>Forgets all failures.</summary>
    public Task ClearAsync(string id) => database.WriteAsync(session => session.Execute("UPDATE staff SET failures = 0, locked_until = 0 WHERE id = $1", id));

    /// <summary>Whether failures have locked the account.</summary>
    public bool IsLockedOut(string id) => database.Read(session =>
        session.Scalar("SELECT 1 FROM staff WHERE id = $1 AND locked_until > $2", id, time.GetUtcNow().ToUnixTimeMilliseconds())) is not null;

    /// <summary>Takes the moment that a code is for; false when that or a later one was taken before: a code that somebody watched is worth nothing.</summary>
    public Task<bool> TakeStepAsync(string id, long step) =>
        database.WriteAsync(session => session.Execute("UPDATE staff SET step = $2 WHERE id = $1 AND step < $2", id, step) == 1);
}
