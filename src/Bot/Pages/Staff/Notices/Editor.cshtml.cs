using System.Collections.Immutable;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Checking;
using Bot.Staff.Notices.Form;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Pages.Staff.Notices;

/// <summary>The editor of a notice: as a form, or as the whole file; what is saved is a draft, however faulty.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
[RequestSizeLimit(4 * LongestText)]
public sealed class Editor(NoticeDesk desk, DraftLog drafts, DraftCheck check, LookAlikes alikes) : PageModel
{
    private const int LongestText = 1024 * 1024;

    private EditorFaults faults = EditorFaults.None;
    private string? publishedMark;

    [BindProperty]
    public NoticeForm? Form { get; set; }

    /// <summary>The whole file, where it is edited so.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether the whole file is edited.</summary>
    [BindProperty]
    public bool IsWhole { get; set; }

    /// <summary>The version of the draft that the page showed; 0 where there was none.</summary>
    [BindProperty]
    public long Seen { get; set; }

    /// <summary>The mark of the published text that the page showed; null where none was.</summary>
    [BindProperty]
    public string? Base { get; set; }

    /// <summary>What to do to the sections before saving: "add", "up:2", "remove:2".</summary>
    [BindProperty]
    public string? Do { get; set; }

    public NoticeFile Place { get; private set; } = null!;

    public Draft? Draft { get; private set; }

    /// <summary>Whether a text of it is published.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Whether what is published is another text than the one that the draft began with.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Whether the file holds what a form could not show.</summary>
    public bool IsOnlyWhole { get; private set; }

    /// <summary>What somebody else has saved meanwhile, where that is not what is being written.</summary>
    public string? Theirs { get; private set; }

    /// <summary>What of a Word file is not in the draft.</summary>
    public IReadOnlyList<string> NotCarried { get; private set; } = [];

    public ImmutableArray<LookAlike> Alikes { get; private set; } = [];

    /// <summary>The key of what is said about what was done.</summary>
    public string? Told { get; private set; }

    public IReadOnlyList<Fault> Faults => faults.All;

    private string Actor => User.Identity!.Name!;

    public IActionResult OnGet(string folder, string name, [FromQuery(Name = "tep")] bool asFile = false, [FromQuery(Name = "luu")] string? saved = null)
    {
        if (!Find(folder, name, out var current) || current is null) return NotFound();
        (IsWhole, Told) = (asFile, saved switch { "1" => "edit.saved", "0" => "edit.unchanged", _ => null });
        Show(current);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string folder, string name)
    {
        if (!Find(folder, name, out var current)) return NotFound();
        var text = IsWhole ? (Text ?? "").ReplaceLineEndings("\n") : Written(current ?? "");
        if (text.Length > LongestText) return Shown(text, "edit.too-long");
        var version = Draft?.Version ?? 0;
        // Without a draft it was the published text that was edited: that, too, may be another by now.
        var isOther = Seen != version || Seen == 0 && Base != publishedMark;
        if (!isOther && text == current) return Saved("0");
        if (isOther || await desk.SaveAsync(Place, text, Seen, Actor) is null)
        {
            Find(folder, name, out var theirs);
            Theirs = theirs ?? "";
            return Shown(text, "edit.conflict");
        }
        return Saved("1");
    }

    public async Task<IActionResult> OnPostDeleteAsync(string folder, string name)
    {
        if (!Find(folder, name, out var current) || current is null) return NotFound();
        if (await desk.DeleteAsync(Place, Seen, Actor)) return Redirect(NoticeAddresses.All);
        Told = "edit.not-deleted";
        Show(current);
        return Page();
    }

    public async Task<IActionResult> OnPostDismissAsync(string folder, string name)
    {
        if (!Find(folder, name, out _)) return NotFound();
        await desk.DismissAsync(Place, Actor);
        return Redirect(NoticeAddresses.Of(Place));
    }

    /// <summary>What is wrong in a part of the file.</summary>
    public IEnumerable<Fault> At(string part) => faults.At(part);

    /// <summary>The part that a fault is in; empty for none that has a field.</summary>
    public string PartOf(Fault fault) => faults.Part(fault);

    private bool Find(string folder, string name, out string? current)
    {
        current = null;
        if (NoticeFile.Of(folder, name) is not { } file) return false;
        (Place, Draft) = (file, drafts.Find(file));
        var published = desk.Published(file);
        (IsPublished, current) = (published is not null, Draft?.Text ?? published);
        publishedMark = published is null ? null : NoticeFile.Mark(published);
        IsOutdated = Draft is not null && Draft.Base != publishedMark;
        return true;
    }

    private string Written(string onto)
    {
        var form = Form ??= new NoticeForm();
        form.Kind = Place.Kind;
        SectionMoves.Do(form.Sections, Do);
        return FormWriter.Write(form, onto);
    }

    private void Show(string text)
    {
        (Text, Seen, Base) = (text, Draft?.Version ?? 0, publishedMark);
        Form = FormReader.Read(text);
        IsOnlyWhole = Form is null;
        IsWhole |= IsOnlyWhole;
        faults = new EditorFaults(text, check.Run(Place, text));
        NotCarried = Draft is null || drafts.Remarks(Place) is not { } remarks ? [] : remarks.Split('\n');
        if (NoticeReader.ReadFaulty(new ContentFile(Place.Path, text), []) is { } notice) Alikes = alikes.Of(notice);
        // What is shown is what was read, not what was sent.
        ModelState.Clear();
    }

    private PageResult Shown(string text, string told)
    {
        Show(text);
        (IsWhole, Told) = (true, told);
        return Page();
    }

    private RedirectResult Saved(string how)
    {
        var where = SectionMoves.Place(Do, Form?.Sections.Count ?? 0) is { } section ? $"#muc-{section}" : "";
        return Redirect($"{NoticeAddresses.Of(Place)}?luu={how}{(IsWhole ? "&tep=true" : "")}{where}");
    }
}
