using System.Globalization;
using Bot.Content;
using Bot.Conversations;
using Bot.Operation;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Trying;
using Knowledge.Answers;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff.Notices;

/// <summary>A draft is asked as if it were published, and says why it answers so; nothing of it is kept.</summary>
public sealed class Try(NoticeDesk desk, DraftLog drafts, Trials trials, LiveContent live, RetentionOptions retention, TimeProvider clock) : PageModel
{
    public const int LongestQuestion = 500;

    public NoticeFile Place { get; private set; } = null!;

    /// <summary>The text that is tried, beside the box.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The draft as it is read; null where it cannot be read at all.</summary>
    public Notice? Notice { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>How the draft answers; null where nothing was asked.</summary>
    public Trial? Then { get; private set; }

    /// <summary>How citizens are answered today.</summary>
    public Trial? Now { get; private set; }

    /// <summary>What keeps the draft from being read, so that it does not answer.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string folder, string name)
    {
        if (NoticeFile.Of(folder, name) is not { } file || (drafts.Find(file)?.Text ?? desk.Published(file)) is not { } text) return NotFound();
        (Place, Text) = (file, text);
        Notice = NoticeReader.ReadFaulty(new ContentFile(file.Path, text), []);
        // Not an argument of the handler: at the finest level those are logged.
        Question = Request.Query["hoi"].ToString().Trim();
        if (Question.Length > LongestQuestion) Question = Question[..LongestQuestion];
        if (Question.Length == 0) return Page();
        var candidate = await trials.ReadAsync(file, text);
        Faults = [.. candidate.Faults.Where(fault => !fault.IsWarning).Select(fault => fault.Message)];
        var at = clock.GetUtcNow();
        (Then, Now) = (Asked(candidate.Edition), Asked(live.Current));
        return Page();

        Trial Asked(Edition edition) => new(edition, Question, at, retention.Days);
    }

    /// <summary>A share as people write it: 45 %.</summary>
    public static string Percent(float share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Number(float number) => number.ToString("0.00", CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>The key of whether a passage is about what was asked of the matter.</summary>
    public static string Aspect(Signs signs) => signs.Aspect switch
    {
        > 0 => "try.aspect-yes",
        < 0 => "try.aspect-no",
        _ => "try.aspect-none",
    };

    /// <summary>The key of what became of the question.</summary>
    public static string Outcome(Trial trial) => trial.Decision.Replies is [.., var reply] ? reply.Outcome switch
    {
        Conversations.Outcome.Answered => "try.answered",
        Conversations.Outcome.Unanswered => "try.unanswered",
        _ => "try.other",
    } : "try.other";
}
