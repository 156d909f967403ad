using Bot.Staff.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>The audit log, the newest first, to be read.</summary>
public sealed class AuditPage(AuditLog audit) : PageModel
{
    public const int Rows = 50;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Older { get; private set; }

    public bool IsNewest { get; private set; }

    public void OnGet([FromQuery(Name = "truoc")] long? before)
    {
        IsNewest = before is null;
        Entries = audit.Before(before ?? long.MaxValue, Rows);
        Older = Entries.Count == Rows && Entries[^1].Seq > 1 ? Entries[^1].Seq : null;
    }
}
