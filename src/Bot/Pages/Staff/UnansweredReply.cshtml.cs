using Bot.Staff.Accounts;
using Bot.Staff.Unanswered;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>Writes to those who asked a question of a group and want to be told its answer.</summary>
public sealed class UnansweredReplyPage(QuestionGroups groups, ReplyDesk desk) : PageModel
{
    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>The wordings to which it is a reply.</summary>
    [BindProperty]
    public List<string> Wordings { get; set; } = [];

    public QuestionGroup Group { get; private set; } = null!;

    /// <summary>The key of why nothing was sent.</summary>
    public string? Told { get; private set; }

    public IActionResult OnGet(string id)
    {
        if (!Find(id)) return NotFound();
        Wordings = [.. Group.Wishes.Select(w => w.Text)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!Find(id)) return NotFound();
        Reply = (Reply ?? "").ReplaceLineEndings("\n").Trim().Normalize();
        Told = Wordings.Count == 0 ? "reply.no-wording" : Reply.Length is < ReplyDesk.Shortest or > ReplyDesk.Longest ? "reply.length" : null;
        if (Told is not null) return Page();
        return Redirect($"{StaffAddresses.Unanswered}/{id}?da-gui={await desk.SendAsync(Group, Wordings, Reply, User.Identity!.Name!)}");
    }

    private bool Find(string id)
    {
        if (groups.Find(id) is not { } group) return false;
        Group = group;
        return true;
    }
}
