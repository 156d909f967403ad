using Bot.Staff.Accounts;
using Bot.Staff.Unanswered;
using Knowledge.Passages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>One group of questions that were not answered: how it was asked, and what to do about it.</summary>
public sealed class UnansweredGroupPage(QuestionGroups groups, MarkLog marks) : PageModel
{
    /// <summary>So many wordings are shown; the others are like them.</summary>
    public const int MostWordings = 50;

    public QuestionGroup Group { get; private set; } = null!;

    /// <summary>The section that answers it by now; null where none does.</summary>
    public Passage? Answer { get; private set; }

    /// <summary>To how many a reply has just been sent; null where none has.</summary>
    public int? Sent { get; private set; }

    private string Actor => User.Identity!.Name!;

    public IActionResult OnGet(string id, [FromQuery(Name = "da-gui")] int? sent)
    {
        if (groups.Find(id) is not { } group) return NotFound();
        (Group, Answer, Sent) = (group, groups.AnswerNow(group.Text), sent);
        return Page();
    }

    public async Task<IActionResult> OnPostMarkAsync(string id)
    {
        if (groups.Find(id) is not { } group) return NotFound();
        await marks.AddAsync(group, Actor);
        return Redirect(StaffAddresses.Unanswered);
    }

    public async Task<IActionResult> OnPostUnmarkAsync(string id)
    {
        if (groups.Find(id)?.Mark is not { } mark) return NotFound();
        await marks.RemoveAsync(mark.Id, Actor);
        return Redirect($"{StaffAddresses.Unanswered}/{id}");
    }
}
