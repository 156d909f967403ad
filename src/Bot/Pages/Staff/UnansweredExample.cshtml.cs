using System.Collections.Immutable;
using Bot.Content;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Unanswered;
using Knowledge.Notices;
using Knowledge.Passages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>Adds a question of a group to the example questions of a section.</summary>
public sealed class UnansweredExamplePage(QuestionGroups groups, ExampleDesk desk, LiveContent live) : PageModel
{
    private const int MostFound = 20;

    [BindProperty(Name = "cau", SupportsGet = true)]
    public string? Question { get; set; }

    /// <summary>What sections are looked for by.</summary>
    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The address of the section that was chosen.</summary>
    [BindProperty]
    public string? Section { get; set; }

    /// <summary>The question and section whose warnings were seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public QuestionGroup Group { get; private set; } = null!;

    /// <summary>The sections to choose among.</summary>
    public ImmutableArray<Passage> Sections { get; private set; } = [];

    public ImmutableArray<Rival> Rivals { get; private set; } = [];

    /// <summary>The key of why nothing was added.</summary>
    public string? Told { get; private set; }

    /// <summary>What is chosen now, as it is sent back once its warnings were seen.</summary>
    public string Chosen => $"{Section} {Question}";

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!Find(id)) return NotFound();
        if (!SectionAddress.TryParse(Section, out var address) || live.Current.Librarian.Find(address) is not { } home) return Fault("example.no-section");
        if (Question!.Length is < 5 or > ExampleDesk.Longest) return Fault("example.length");
        if (Question.Contains("***", StringComparison.Ordinal)) return Fault("example.masked");
        Rivals = [.. desk.Rivals(home, Question)];
        if (!Rivals.IsEmpty && Seen != Chosen) return Page();
        if (await desk.AddAsync(home, Question, User.Identity!.Name!) is { } fault) return Fault(fault);
        return NoticeFile.Of(home.Notice.File) is { } file ? Redirect(NoticeAddresses.Of(file)) : NotFound();
    }

    private PageResult Fault(string key)
    {
        Told = key;
        return Page();
    }

    private bool Find(string id)
    {
        if (groups.Find(id) is not { } group) return false;
        Group = group;
        Question = string.Join(' ', (Question ?? group.Text).Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = string.IsNullOrWhiteSpace(Search) ? desk.Proposed(group.Text) : desk.Found(Search).Take(MostFound);
        // What was chosen stays among them, also where something else was looked for since.
        var chosen = SectionAddress.TryParse(Section, out var address) ? live.Current.Librarian.Find(address) : null;
        Sections = [.. chosen is null ? found : found.Where(p => p.Address != address).Prepend(chosen)];
        return true;
    }
}
