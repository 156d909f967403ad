using Bot.Content;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Notices.Form;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Notices.Pages;

/// <summary>An editor "an" before the pages, over a content folder of the test's own.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>The notice that the content has from the beginning.</summary>
    public static readonly NoticeFile File = NoticeFile.Of("thong-bao", "nop-ho-so")!;

    private readonly TempFolder folder;

    private Desk(TempFolder folder, StaffScene scene, Visitor an) => (this.folder, Scene, An) = (folder, scene, an);

    public StaffScene Scene { get; }

    public Visitor An { get; }

    public DraftLog Drafts => Scene.Bot.Services.GetRequiredService<DraftLog>();

    public LiveContent Live => Scene.Bot.Services.GetRequiredService<LiveContent>();

    public string Folder => folder.Path;

    /// <param name="files">What lies in the folder besides, by path.</param>
    public static async Task<Desk> BeginAsync(params (string Path, string Text)[] files)
    {
        var folder = new TempFolder();
        var fixture = Path.Combine(AppContext.BaseDirectory, "Fixture");
        foreach (var path in Directory.EnumerateFiles(fixture, "*", SearchOption.AllDirectories)) Put(Path.GetRelativePath(fixture, path), System.IO.File.ReadAllText(path));
        foreach (var (path, text) in files) Put(path, text);
        var scene = await StaffScene.BeginAsync(("Content:Path", folder.Path));
        await scene.AddAsync("an", StaffRole.Editor);
        return new Desk(folder, scene, await scene.SignedInAsync("an"));

        void Put(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            System.IO.File.WriteAllText(Path.Combine(folder.Path, path), text);
        }
    }

    /// <summary>A notice with a section, for the folder.</summary>
    public static string Notice(string title, string effective = "{ from: 2026-01-05, to: null, note: null }", string status = "in-force", string heading = "Mục một?", string text = "Một.") => $$"""
        ---
        title: {{title}}
        kind: thông báo
        number: null
        issuer: Sở Mẫu
        issued: 2026-01-05
        effective: {{effective}}
        status: {{status}}
        source: { name: "Thông báo mẫu", url: null, seen: 2026-11-21 }
        reviewed: 2026-11-21
        questions: {}
        ---
        ## {{heading}} {#muc}
        {{text}}

        """.ReplaceLineEndings("\n");

    /// <summary>The published notice as the form that its page shows.</summary>
    public NoticeForm Form() => FormReader.Read(Drafts.Find(File)?.Text ?? Published())!;

    /// <summary>The version of the draft; 0 where there is none.</summary>
    public long Seen => Drafts.Find(File)?.Version ?? 0;

    public string Published() => System.IO.File.ReadAllText(Path.Combine(Folder, File.Path)).ReplaceLineEndings("\n");

    /// <summary>Sends the form of the notice as its page would.</summary>
    public Task<Visitor.Shown> SaveAsync(NoticeForm form, string wish = "", Visitor? by = null, long? seen = null) =>
        (by ?? An).PostAsync(NoticeAddresses.Of(File), null, [("Seen", $"{seen ?? Seen}"), ("Base", NoticeFile.Mark(Published())), ("Do", wish), .. Fields(form)]);

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        folder.Dispose();
    }

    private static IEnumerable<(string, string)> Fields(NoticeForm form) => Fields("Form.", form)
        .Concat(form.Sections.SelectMany((section, i) => Fields($"Form.Sections[{i}].", section)));

    private static IEnumerable<(string, string)> Fields<T>(string prefix, T form) => typeof(T).GetProperties()
        .Where(field => field.PropertyType == typeof(string) || field.PropertyType == typeof(bool))
        .Select(field => (prefix + field.Name, field.GetValue(form) switch { true => "true", false => "false", var text => (string?)text ?? "" }));
}
