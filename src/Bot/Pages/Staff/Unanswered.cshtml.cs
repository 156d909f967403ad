using System.Collections.Immutable;
using Bot.Staff.Unanswered;
using Bot.Storage.Activities;
using Bot.Web;
using Knowledge.Passages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>What was not answered, in groups, the biggest first.</summary>
public sealed class UnansweredPage(QuestionGroups groups, LivePages pages) : PageModel
{
    private const int Rows = 20;

    /// <summary>The groups of this page, each with what answers it by now.</summary>
    public ImmutableArray<(QuestionGroup Group, Passage? Answer)> Groups { get; private set; }

    /// <summary>Whether those are shown that are marked as out of scope.</summary>
    public bool IsMarked { get; private set; }

    public int Number { get; private set; }

    public bool HasMore { get; private set; }

    public void OnGet([FromQuery(Name = "trang")] int? number)
    {
        (Number, IsMarked) = (Math.Clamp(number ?? 1, 1, 10_000), Request.Query.ContainsKey("ngoai-pham-vi"));
        var all = groups.All().Where(group => group.Mark is not null == IsMarked).Skip((Number - 1) * Rows).Take(Rows + 1).ToList();
        HasMore = all.Count > Rows;
        Groups = [.. all.Take(Rows).Select(group => (group, groups.AnswerNow(group.Text)))];
    }

    /// <summary>The address of another page of the same list.</summary>
    public string At(int number) => $"?trang={number}{(IsMarked ? "&ngoai-pham-vi" : "")}";

    /// <summary>How often each channel brought a group, in one phrase.</summary>
    public string Channels(QuestionGroup group) => string.Join(", ", group.Channels.Where(c => c.Count > 0).Select(c => $"{Name(c.Channel)}: {c.Count}"));

    /// <summary>Why a group is here, in one phrase.</summary>
    public string Reasons(QuestionGroup group) =>
        string.Join(", ", group.Reasons.Where(r => r.Count > 0).Select(r => $"{pages.Words.Staff.Say(r.Key)}: {r.Count}"));

    private string Name(string channel) =>
        channel == ActivityLog.ReadByClient ? pages.Words.Staff.Say("unanswered.web") : char.ToUpperInvariant(channel[0]) + channel[1..];
}
