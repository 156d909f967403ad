using System.Globalization;
using Bot.Content;
using Bot.Conversations;
using Bot.Staff.Notices.Form;
using Knowledge.Notices;

namespace Bot.Staff.Notices.Listing;

/// <summary>All notices as those who keep them see them: what answers now, what is faulty and what is being written.</summary>
public sealed class NoticeList(LiveContent live, DraftLog drafts, NoticeDesk desk, AnswerCounts counts, TimeProvider time)
{
    /// <summary>How many example questions a section should have.</summary>
    public const int Aim = 3;

    private const int DaysBefore = 7;

    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: true);

    /// <summary>Every notice, ordered by title.</summary>
    public List<NoticeRow> All()
    {
        var edition = live.Current;
        var today = VietnamTime.Day(time.GetUtcNow());
        var faulty = edition.Faults.Where(fault => !fault.IsWarning).Select(fault => fault.File).ToHashSet();
        var writing = drafts.All().ToDictionary(draft => draft.File);
        var answered = counts.BySection().GroupBy(count => count.Key.Notice).ToDictionary(notice => notice.Key, notice => notice.Sum(count => count.Value));
        var rows = new Dictionary<NoticeFile, NoticeRow>();
        foreach (var notice in edition.Catalogue.Notices.Values)
        {
            if (NoticeFile.Of(notice.File) is not { } file) continue;
            var state = faulty.Contains(notice.File) ? NoticeState.Faulty : State(notice, today);
            rows[file] = new NoticeRow(file, notice.Title, notice.Number, state, writing.GetValueOrDefault(file)?.Author, answered.GetValueOrDefault(notice.Id),
                notice.Sections.Length, notice.Sections.Count(section => section.Questions.Length < Aim));
        }
        // What does not answer: a file that is a draft or was never good, and what has no file yet.
        foreach (var file in desk.OnDisk().Concat(writing.Keys).Where(file => !rows.ContainsKey(file)).ToHashSet())
        {
            var form = (writing.GetValueOrDefault(file)?.Text ?? desk.Published(file)) is { } text ? FormReader.Read(text) : null;
            rows[file] = new NoticeRow(file, form?.Title is { Length: > 0 } title ? title : file.Name, form?.Number is { Length: > 0 } number ? number : null,
                faulty.Contains(file.Path) ? NoticeState.Faulty : NoticeState.Draft, writing.GetValueOrDefault(file)?.Author, 0, form?.Sections.Count ?? 0,
                form?.Sections.Count(section => QuestionLine.ReadAll(section.Questions).Length < Aim) ?? 0);
        }
        return [.. rows.Values.OrderBy(row => row.Title, Alphabet).ThenBy(row => row.File.Path, StringComparer.Ordinal)];
    }

    private static NoticeState State(Notice notice, DateOnly today)
    {
        if (notice.Status == NoticeStatus.Historical || (notice.Effective.To is { } to && to.Last < today)) return NoticeState.Over;
        if (notice.Effective.From is { } from && from.First > today) return NoticeState.Later;
        if (notice.Status == NoticeStatus.Unconfirmed) return NoticeState.Unconfirmed;
        return notice.Effective.To is { } end && end.Last <= today.AddDays(DaysBefore) ? NoticeState.Expiring : NoticeState.InForce;
    }
}
