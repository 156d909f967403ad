using System.Globalization;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Trying;
using Knowledge.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reply = Bot.Conversations.Reply;

namespace Bot.Pages.Staff.Notices;

/// <summary>A section of a draft as citizens see the answer from it, on each channel.</summary>
public sealed class Preview(NoticeDesk desk, DraftLog drafts, SectionPreview preview) : PageModel
{
    public NoticeFile Place { get; private set; } = null!;

    /// <summary>The notice as it would be published; null where it cannot be read at all.</summary>
    public Notice? Notice { get; private set; }

    /// <summary>The section that is shown; null where there is none.</summary>
    public Section? Section { get; private set; }

    public Reply? Reply { get; private set; }

    /// <summary>Whether the answer leaves out the end of the section.</summary>
    public bool IsShortened { get; private set; }

    /// <summary>The channels that show plain text, by the key of their name.</summary>
    public IReadOnlyList<(string Key, ChannelView View)> Channels { get; private set; } = [];

    public IActionResult OnGet(string folder, string name, [FromQuery(Name = "muc")] string? section)
    {
        if (NoticeFile.Of(folder, name) is not { } file || (drafts.Find(file)?.Text ?? desk.Published(file)) is not { } text) return NotFound();
        Place = file;
        Notice = NoticeReader.ReadFaulty(new ContentFile(file.Path, Candidates.AsPublished(text)), []);
        Section = Notice?.Sections.FirstOrDefault(one => one.Id == section) ?? Notice?.Sections.FirstOrDefault();
        if (Notice is null || Section is null) return Page();
        Reply = preview.Reply(Notice, Section);
        IsShortened = preview.IsShortened(Notice, Section, Reply);
        Channels = [("preview.zalo", preview.OnZalo(Reply)), ("preview.messenger", preview.OnMessenger(Reply))];
        return Page();
    }

    public static string Count(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
