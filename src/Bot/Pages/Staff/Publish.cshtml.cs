using System.Collections.Immutable;
using Bot.Content;
using Bot.Content.Gate;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Knowledge.Notices;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff;

/// <summary>A draft before the gate: what publishing would change, what has to be ticked, and the button. Editors see it, publishers press.</summary>
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class PublishPage(Publisher publisher, ClashDesk clashes, PublishOptions options, LiveContent live) : PageModel
{
    /// <summary>How many changes that are no losses are shown of a kind.</summary>
    public const int MostGains = 50;

    // A tick for each loss: of every recorded question and every example question, at worst.
    private const int MostFields = 50_000;

    /// <summary>The version of the draft that was seen.</summary>
    [BindProperty]
    public long Seen { get; set; }

    /// <summary>The number of the version that a draft in clash was merged with.</summary>
    [BindProperty]
    public long Latest { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PublishTrial Trial { get; private set; } = null!;

    /// <summary>The ids of the losses that are ticked.</summary>
    public IReadOnlySet<string> Ticks { get; private set; } = new HashSet<string>();

    /// <summary>The key of why it was not published.</summary>
    public string? Told { get; private set; }

    public string Title => Trial.Candidate.Edition.Catalogue.Notices.GetValueOrDefault(Trial.Draft.File.Name)?.Title ?? Trial.Draft.File.Name;

    public bool IsPublisher => StaffRoles.Of(User) >= StaffRole.Publisher;

    /// <summary>Whether somebody else has to publish it.</summary>
    public bool NeedsAnother => options.TwoPeople && Trial.Draft.Author == User.Identity!.Name;

    public Task<IActionResult> OnGetAsync(string folder, string name, CancellationToken stopping) => ShowAsync(NoticeFile.Of(folder, name), stopping);

    public async Task<IActionResult> OnPostAsync(string folder, string name, CancellationToken stopping)
    {
        if (NoticeFile.Of(folder, name) is not { } file) return NotFound();
        if (!IsPublisher) return Forbid(IdentityConstants.ApplicationScheme);
        Ticks = Request.Form["Ticks"].OfType<string>().ToHashSet();
        Told = await publisher.PublishAsync(file, Seen, Reason, Ticks, User.Identity!.Name!, stopping);
        return Told switch
        {
            null => Redirect(NoticeAddresses.Versions(file) + VersionsPage.Published),
            PublishFault.Late => Redirect(NoticeAddresses.Versions(file) + VersionsPage.PublishedLate),
            _ => await ShowAsync(file, stopping),
        };
    }

    public async Task<IActionResult> OnPostMergedAsync(string folder, string name, CancellationToken stopping)
    {
        if (NoticeFile.Of(folder, name) is not { } file) return NotFound();
        if (await clashes.MergedAsync(file, Seen, Latest, User.Identity!.Name!)) return Redirect(NoticeAddresses.Publish(file));
        Told = PublishFault.Meanwhile;
        return await ShowAsync(file, stopping);
    }

    /// <summary>What answers a question now.</summary>
    public string Now(Change change) => Sources(change.From, live.Current);

    /// <summary>What would answer it.</summary>
    public string Then(Change change) => Sources(change.To, Trial.Candidate.Edition);

    private async Task<IActionResult> ShowAsync(NoticeFile? file, CancellationToken stopping)
    {
        if (file is null) return NotFound();
        // Published or deleted by somebody: what became of the notice is told there.
        if (await publisher.TryAsync(file, stopping) is not { } trial) return Redirect(NoticeAddresses.Versions(file));
        Trial = trial;
        // What is shown counts, not what was sent.
        ModelState.Clear();
        return Page();
    }

    private static string Sources(ImmutableArray<SectionAddress> sources, Edition edition) => string.Join(" + ", sources.Select(source =>
        edition.Librarian.Find(source) is { } passage ? $"«{passage.Section.Heading}» ({passage.Notice.Title})" : source.ToString()));
}
