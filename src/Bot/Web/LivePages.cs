using Knowledge.Notices;

namespace Bot.Web;

/// <summary>The words and notices that the pages show now.</summary>
public sealed class LivePages
{
    public LivePages(IConfiguration configuration)
    {
        var folder = new ContentFolder(configuration["Content:Path"] ?? "content");
        var (files, _) = folder.Read();
        var faults = new List<Fault>();
        var agency = Agency.Read(files.First(f => f.Path == Agency.File), faults)!;
        Current = PageWords.Read(files, agency, [("retention-days", configuration["Retention:Days"] ?? "90"), ("cookie-days", "30")], faults);
        Catalogue = Catalogue.Read(files, Catalogue.Empty);
        foreach (var f in faults.Concat(Catalogue.Faults)) Console.WriteLine(f);
    }

    public PageWords Current { get; }

    public Catalogue Catalogue { get; }
}
