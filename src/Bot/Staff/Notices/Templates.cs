using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Notices.Form;

namespace Bot.Staff.Notices;

/// <summary>What a new draft begins with: content/templates/FOLDER.md, a file for each kind that has its own.</summary>
public sealed class Templates(LiveContent live, TimeProvider time)
{
    /// <summary>The folder below the content.</summary>
    public const string Folder = "templates";

    // Of kinds without a template of their own.
    private const string Usual = "thong-bao";

    /// <summary>The text that a draft of that title begins with.</summary>
    public string Begin(NoticeFile file, string title)
    {
        var text = Read(file.Folder) ?? Read(Usual) ?? "";
        var form = FormReader.Read(text) ?? new NoticeForm { Status = "draft", Audience = "citizen" };
        var today = VietnamTime.Day(time.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (form.Title, form.Kind, form.Reviewed, form.SourceSeen) = (title, file.Kind, today, today);
        if (string.IsNullOrEmpty(form.Issuer)) form.Issuer = live.Current.Agency.Name;
        return FormWriter.Write(form, text);
    }

    private string? Read(string folder)
    {
        var path = Path.Combine(live.Folder, Folder, folder + ".md");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
