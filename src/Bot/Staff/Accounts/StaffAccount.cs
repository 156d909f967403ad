using Bot.Staff.Audit;

namespace Bot.Staff.Accounts;

/// <summary>The account of one of the staff, as it is read, changed and written back.</summary>
public sealed class StaffAccount
{
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    public required string Name { get; set; }

    /// <summary>The name as it is looked up.</summary>
    public string Key { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>The password's hash.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether the password is one that somebody else gave, and is to be changed first of all.</summary>
    public bool IsTemporary { get; set; }

    /// <summary>What a session is compared with; a new one ends them all.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>What the codes are reckoned from, in base 32.</summary>
    public string? Secret { get; set; }

    /// <summary>Whether a code was right once.</summary>
    public bool IsEnrolled { get; set; }

    /// <summary>Whether an administrator has locked it.</summary>
    public bool IsLocked { get; set; }

    public DateTimeOffset Created { get; init; }

    /// <summary>Until when it is locked after too many failures, as it was when read.</summary>
    public DateTimeOffset LockedUntil { get; init; }

    /// <summary>Which state of the account this is.</summary>
    public long Version { get; set; }

    /// <summary>What goes into the audit log together with the next write.</summary>
    public List<AuditEntry> Notes { get; } = [];

    /// <summary>Has something written into the audit log together with what it changes.</summary>
    public void Note(string @event, string? actor, string? detail = null) => Notes.Add(new AuditEntry(@event, actor, Name, detail));
}
