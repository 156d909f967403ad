using System.Collections.Immutable;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Operation.Settings;
using Bot.Recognizers;
using Knowledge.Analysis;
using Knowledge.Answers;
using Knowledge.Notices;

namespace Bot.Content;

/// <summary>Everything that is read from the content folder, as it was at one moment.</summary>
public sealed record Edition
{
    public required Agency Agency { get; init; }

    public required Catalogue Catalogue { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required Wording Wording { get; init; }

    public required IntentRecognizer Intents { get; init; }

    /// <summary>The working days; empty without the file.</summary>
    public required WorkingCalendar Calendar { get; init; }

    public required Librarian Librarian { get; init; }

    public required Brain Brain { get; init; }

    /// <summary>The markdown of the web pages, by file name without ".md".</summary>
    public required ImmutableDictionary<string, string> Pages { get; init; }

    /// <summary>What is wrong in the files; the edition answers all the same.</summary>
    public required ImmutableArray<Fault> Faults { get; init; }

    private ImmutableDictionary<string, ContentFile> Good { get; init; } = ImmutableDictionary<string, ContentFile>.Empty;

    /// <summary>Reads the edition that the settings name, for a command that needs it once.</summary>
    public static Edition ReadFrom(IConfiguration configuration)
    {
        var folder = new ContentFolder(ContentSettings.From(configuration).Find());
        var (files, reading) = folder.Read();
        return Read(files, reading, null, out var faults) ?? throw new BadSettingException($"Không đọc được nội dung trong {folder.Root}: {faults.FirstOrDefault(f => !f.IsWarning)}");
    }

    /// <summary>Reads an edition; what is faulty goes on as it was in the previous one. Null (and faults) when there is none to go back to.</summary>
    public static Edition? Read(IReadOnlyCollection<ContentFile> files, IEnumerable<Fault> reading, Edition? previous, out ImmutableArray<Fault> faults)
    {
        var found = new List<Fault>(reading);
        var catalogue = Catalogue.Read(files, previous?.Catalogue ?? Catalogue.Empty);
        found.AddRange(catalogue.Faults);
        var good = previous?.Good ?? ImmutableDictionary<string, ContentFile>.Empty;
        var agency = LastGood(Agency.File, Agency.Read);
        var vocabulary = Vocabulary.Read(files, found);
        var analyzer = new Analyzer(vocabulary);
        var wording = agency is null ? null : LastGood(Wording.File, (file, bad) => Wording.Read(file, agency, bad));
        var intents = LastGood(IntentRecognizer.File, (file, bad) => IntentRecognizer.Read(file, analyzer, bad));
        // Without the file, dates only are told: another agency need not have it on the first day.
        var calendar = files.Any(f => f.Path == WorkingCalendar.File) ? LastGood(WorkingCalendar.File, WorkingCalendar.Read) ?? WorkingCalendar.Empty : WorkingCalendar.Empty;
        if (wording is not null && intents is not null)
            found.AddRange(intents.Names.Where(name => !Brain.Acts(name) && !wording.Has("intent." + name))
                .Select(name => new Fault(IntentRecognizer.File, 1, $"«{name}» chưa có câu trả lời «intent.{name}» trong {Wording.File}")));
        if (wording is not null)
            found.AddRange(wording.Sources.Where(named => catalogue.Find(named.Value) is null).Select(named => new Fault(Wording.File, 1, $"«{named.Key}»: không có mục {named.Value}")));
        // What the code asks for by name; without the file nothing does.
        if (!vocabulary.Aspects.IsEmpty)
            found.AddRange(Librarian.UsedAspects.Where(code => vocabulary.Aspects.All(a => a.Code != code)).Select(code => new Fault(Vocabulary.AspectsFile, 1, $"thiếu mục «{code}», phần mềm cần đến nó")));
        found.AddRange(vocabulary.Aspects.Where(a => a.Default is { } address && catalogue.Find(address) is null).Select(a => new Fault(Vocabulary.AspectsFile, 1, $"«{a.Code}»: không có mục {a.Default}")));
        faults = [.. found];
        if (agency is null || wording is null || intents is null) return null;
        var librarian = new Librarian(catalogue, vocabulary, intents.Phrases);
        return new Edition
        {
            Agency = agency,
            Catalogue = catalogue,
            Vocabulary = vocabulary,
            Wording = wording,
            Intents = intents,
            Calendar = calendar,
            Librarian = librarian,
            Brain = new Brain(wording, intents, librarian, calendar),
            Pages = files.Where(f => f.Path.StartsWith("pages/", StringComparison.Ordinal)).ToImmutableDictionary(f => Path.GetFileNameWithoutExtension(f.Path), f => f.Text),
            Faults = faults,
            Good = good,
        };

        T? LastGood<T>(string path, Func<ContentFile, ICollection<Fault>, T?> read) where T : class
        {
            var bad = new List<Fault>();
            var file = files.FirstOrDefault(f => f.Path == path);
            if (file is null) bad.Add(new Fault(path, 1, "thiếu tệp này"));
            var value = file is null ? null : read(file, bad);
            found.AddRange(bad);
            if (value is not null && !bad.Any(f => !f.IsWarning))
            {
                good = good.SetItem(path, file!);
                return value;
            }
            return good.TryGetValue(path, out var last) ? read(last, []) : value;
        }
    }
}
