using Bot.Conversations;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Form;
using Bot.Staff.Word;
using Bot.Staff.Word.Official;
using Bot.Staff.Word.Reading;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff.Notices;

/// <summary>A new draft: from a template, or of a Word file.</summary>
[RequestSizeLimit(2 * LargestFile)]
public sealed class New(NoticeDesk desk, Templates templates, TimeProvider clock) : PageModel
{
    public const int LargestFile = 20 * 1024 * 1024;

    private const int LongestName = 60;

    /// <summary>The folders that a notice can lie in, the usual first.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["thong-bao", "thu-tuc", "huong-dan", "tin-tuc"];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Folder { get; set; }

    /// <summary>The name that is to be the address; empty: made of the title.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The key of why nothing was begun.</summary>
    public string? Told { get; private set; }

    /// <summary>Why a Word file was refused, in words.</summary>
    public string? Refused { get; private set; }

    /// <summary>Whether it was about a Word file.</summary>
    public bool IsWord { get; private set; }

    private string Actor => User.Identity!.Name!;

    public void OnGet([FromQuery(Name = "tua-de")] string? title) => Title = title;

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Title)) return Refuse("new.no-title");
        if (Place(Title) is not { } file) return Page();
        return Begun(file, await desk.SaveAsync(file, templates.Begin(file, Title.Trim()), 0, Actor));
    }

    public async Task<IActionResult> OnPostWordAsync(IFormFile? word)
    {
        IsWord = true;
        if (word is null) return Refuse("new.no-file");
        // What it calls itself is written down, and shown to whoever reads the log: short, and nothing that nobody sees.
        var called = string.Concat(word.FileName.Where(letter => !char.IsControl(letter)).Take(100));
        try
        {
            var draft = await ReadAsync(word);
            var form = FormReader.Read(draft.Markdown);
            Folder = string.IsNullOrEmpty(Folder) ? NoticeReader.Slug(form?.Kind ?? DocumentType.Announcement) : Folder;
            if (Place(form?.Title is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(called)) is not { } file) return Page();
            return Begun(file, await desk.ImportAsync(file, draft.Markdown, draft.NotCarried, Actor, called));
        }
        catch (BadWordFileException error)
        {
            Refused = error.Message;
            await desk.RefusedAsync(Actor, called, error.Message);
            return Page();
        }
    }

    // On a thread of its own: a document of many pages takes seconds, and citizens' messages need the pool.
    private Task<WordDraft> ReadAsync(IFormFile word)
    {
        var (today, kind) = (VietnamTime.Day(clock.GetUtcNow()), DocumentType.KindOf(Folder));
        return Task.Factory.StartNew(
            () =>
            {
                using var stream = word.OpenReadStream();
                return WordImport.Read(stream, today, kind, new WordLimits { PackedBytes = LargestFile });
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private NoticeFile? Place(string title)
    {
        Name = NoticeReader.Slug(string.IsNullOrWhiteSpace(Name) ? title : Name, LongestName);
        var file = NoticeFile.Of(Folder, Name);
        if (file is null) Told = "new.no-place";
        else if (desk.IsTaken(Name)) Told = "new.taken";
        return Told is null ? file : null;
    }

    private IActionResult Begun(NoticeFile file, Draft? draft) => draft is null ? Refuse("new.taken") : Redirect(NoticeAddresses.Of(file));

    private PageResult Refuse(string key)
    {
        Told = key;
        return Page();
    }
}
