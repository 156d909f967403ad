namespace Bot.Staff.Accounts;

/// <summary>What somebody may do; each may do what those before may.</summary>
public enum StaffRole
{
    /// <summary>Writes and tries drafts.</summary>
    Editor,

    /// <summary>Decides what citizens read.</summary>
    Publisher,

    /// <summary>Keeps the accounts.</summary>
    Administrator,
}
