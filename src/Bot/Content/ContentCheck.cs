using System.Collections.Immutable;
using Bot.Calendars;
using Bot.Conversations;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Content;

/// <summary>Everything that can be wrong with an edition beyond what reading it shows: contradictions, gaps, and example questions that miss.</summary>
public sealed class ContentCheck(Edition edition, DateOnly today)
{
    private const int LongestSection = 600;
    private const int ReviewedDays = 365;

    private readonly ExampleTest examples = new(edition, today);

    /// <summary>The faults and warnings, in the order of files and lines.</summary>
    public ImmutableArray<Fault> Run() =>
        [.. edition.Faults.Concat(edition.Catalogue.Contradictions(today)).Concat(edition.Librarian.Passages.SelectMany(Sections)).Concat(edition.Catalogue.Notices.Values.SelectMany(Reviews)).Concat(Calendars())
            .Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];

    /// <summary>Whether an example question is answered rightly as it stands; the second tells what came instead.</summary>
    public (bool IsRight, string Instead) Test(ExampleQuestion question, Passage passage) => Told(examples.Ask(question, passage));

    /// <summary>The same without its own wording as evidence: how a question like it would fare that nobody wrote down.</summary>
    public (bool IsRight, string Instead) TestWithout(ExampleQuestion question, Passage passage) => Told(examples.AskWithout(question, passage));

    private static string Containing(ExampleQuestion question) => question.Contains.IsEmpty ? "" : " bằng câu có «" + string.Join("», «", question.Contains) + "»";

    private static (bool IsRight, string Instead) Told(Tested tested) => (tested.IsRight, tested.Source?.ToString() ?? "không có câu trả lời");

    private IEnumerable<Fault> Sections(Passage passage)
    {
        var (file, section) = (passage.Notice.File, passage.Section);
        if (section.Questions.IsEmpty) yield return new Fault(file, section.Line, $"mục «{section.Heading}» chưa có câu hỏi ví dụ nào", IsWarning: true);
        if (section.Markdown.Length > LongestSection) yield return new Fault(file, section.Line, $"mục «{section.Heading}» dài {section.Markdown.Length} chữ, câu trả lời sẽ bị cắt", IsWarning: true);
        foreach (var question in section.Questions)
        {
            if (Test(question, passage) is (false, var instead))
                yield return new Fault(file, question.Line, $"câu hỏi ví dụ «{question.Ask}» không được trả lời từ mục «{section.Id}»{Containing(question)} ({instead})");
            // It may be the only one to use some word, and teach it: then it is no fault, but a second like it would help.
            else if (TestWithout(question, passage) is (false, var without))
                yield return new Fault(file, question.Line, $"câu gần giống «{question.Ask}» có thể chưa được trả lời từ mục «{section.Id}» ({without}); nên thêm một câu cùng ý", IsWarning: true);
        }
    }

    // The days off of a year are decided in the autumn before it; in December dossiers are due in the next.
    private IEnumerable<Fault> Calendars()
    {
        var year = today.AddMonths(1).Year;
        if (!edition.Calendar.Years.Contains(year))
            yield return new Fault(WorkingCalendar.File, 1, $"chưa có ngày nghỉ năm {year}; hồ sơ hẹn trả trong năm ấy chưa được đếm ngày làm việc", IsWarning: true);
    }

    private IEnumerable<Fault> Reviews(Notice notice)
    {
        if (notice.Status != NoticeStatus.Historical && notice.Reviewed.AddDays(ReviewedDays) < today)
            yield return new Fault(notice.File, 1, $"xem lại lần cuối ngày {VietnamTime.Write(notice.Reviewed)}, đã hơn một năm", IsWarning: true);
        if (notice.Status != NoticeStatus.Historical && notice.Effective.To is { } end && end.Last < today)
            yield return new Fault(notice.File, 1, $"đã hết hạn {end}; hãy đổi «status» thành historical", IsWarning: true);
    }
}
