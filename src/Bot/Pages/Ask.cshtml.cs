using Bot.Content;
using Bot.Conversations;
using Bot.Operation;
using Bot.Recognizers;
using Bot.Staff.Urgent;
using Bot.Storage.Activities;
using Bot.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages;

/// <summary>The same answers as in the chat, one question at a time, as plain HTML; keeps nothing and logs nothing of what is asked.</summary>
public sealed class Ask(LiveContent content, LiveStanding standing, LivePages pages, RetentionOptions retention, TimeProvider clock, ILogger<Ask> log) : PageModel
{
    public const int LongestQuestion = 500;

    /// <summary>What was asked; null where nothing was.</summary>
    public string? Question { get; private set; }

    /// <summary>The question where it may be shown again: never one that holds a dossier code.</summary>
    public string? Shown { get; private set; }

    /// <summary>The replies as HTML.</summary>
    public IReadOnlyList<string> Answers { get; private set; } = [];

    /// <summary>What could be asked next.</summary>
    public IReadOnlyList<Button> Near { get; private set; } = [];

    public void OnGet()
    {
        // Not an argument of the handler: at the finest level those are logged.
        var q = Request.Query["q"].ToString();
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Question = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        if (Question is null) return;
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (DossierCode.Read(Question) is not null) Refuse("ask.code");
        else if (Question.Length > LongestQuestion) Refuse("ask.too-long");
        else Answer(Question);
    }

    private void Answer(string question)
    {
        Shown = question;
        Decision decision;
        try
        {
            decision = content.Current.Brain.Decide(Conversation.New, new Said(clock.GetUtcNow(), question) { Off = standing.Off(ActivityLog.ReadByClient), KeptDays = retention.Days });
        }
        catch (Exception error)
        {
            // Without the message, which may hold the question.
            log.LogError("A question could not be answered: {Kind} in {Method}", error.GetType().Name, error.TargetSite?.Name);
            Response.StatusCode = StatusCodes.Status500InternalServerError;
            Refuse("ask.failed");
            return;
        }
        // A dialog would have to remember the next answers, and a look-up would send a proof in the address.
        if (decision.Effect is not null || decision.Next.Dialog is not null)
        {
            Refuse("ask.chat-only");
            return;
        }
        Answers = [.. decision.Replies.Select(reply => Markup.ToHtml(reply.Markdown, 3))];
        Near = [.. decision.Replies.Where(reply => reply.Outcome != Outcome.Answered).SelectMany(reply => reply.Buttons)];
    }

    private void Refuse(string key) => Answers = [pages.Words.Html(key)];
}
