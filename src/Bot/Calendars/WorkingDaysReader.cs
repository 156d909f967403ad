using System.Globalization;
using System.Text.RegularExpressions;
using Knowledge.Notices;

namespace Bot.Calendars;

/// <summary>Reads working-days.md: a heading for each year, its source, and a line for each day off or worked.</summary>
internal static partial class WorkingDaysReader
{
    public static WorkingCalendar Read(ContentFile file, ICollection<Fault> faults)
    {
        var years = new Dictionary<int, (int Line, bool HasSource)>();
        var (off, worked) = (new HashSet<DateOnly>(), new HashSet<DateOnly>());
        WorkingHours? hours = null;
        int? year = null;
        var number = 0;
        foreach (var raw in file.Text.Normalize().ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal)) Year(line[3..].Trim());
            else if (line.StartsWith("Giờ làm việc:", StringComparison.Ordinal)) Hours(line);
            else if (year is { } of && line.StartsWith("Nguồn:", StringComparison.Ordinal) && line.Length > "Nguồn: ".Length) years[of] = (years[of].Line, true);
            else if (line.StartsWith('-')) Days(line);
        }
        foreach (var (of, (line, _)) in years.Where(y => !y.Value.HasSource)) faults.Add(new Fault(file.Path, line, $"năm {of} chưa ghi «Nguồn:» (văn bản nào quy định)"));
        return new WorkingCalendar(years.Keys, off, worked, hours);

        void Year(string text)
        {
            year = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 2000 and < 2100 ? read : null;
            if (year is null) faults.Add(new Fault(file.Path, number, $"«{text}» không phải năm; hãy viết «## 2026»"));
            else if (!years.TryAdd(read, (number, false))) faults.Add(new Fault(file.Path, number, $"năm {read} có hai lần"));
        }

        void Hours(string line)
        {
            var times = Time().Matches(line).Select(m => TimeOnly.TryParseExact(m.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : default).ToList();
            if (times.Count == 4 && times[0] < times[1] && times[1] <= times[2] && times[2] < times[3]) hours = new WorkingHours(times[0], times[1], times[2], times[3]);
            else faults.Add(new Fault(file.Path, number, "giờ làm việc phải viết như «Giờ làm việc: 07:00–11:30, 13:30–17:00»"));
        }

        void Days(string line)
        {
            if (DaysLine().Match(line) is not { Success: true } match || Day(match.Groups["from"].Value) is not { } from || Day(match.Groups["to"] is { Success: true } end ? end.Value : match.Groups["from"].Value) is not { } to)
            {
                faults.Add(new Fault(file.Path, number, $"không hiểu «{line}»; hãy viết «- nghỉ 30/04/2026: lý do» hoặc «- làm 22/08/2026: lý do»"));
                return;
            }
            if (from.Year != year || to.Year != year || to < from || to.DayNumber - from.DayNumber > 31)
            {
                faults.Add(new Fault(file.Path, number, year is null ? "dòng này chưa nằm dưới năm nào" : $"ngày phải thuộc năm {year}, ngày sau không trước ngày đầu"));
                return;
            }
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                var isOff = match.Groups["what"].Value == "nghỉ";
                if (!isOff && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    faults.Add(new Fault(file.Path, number, $"ngày {day:dd/MM/yyyy} vốn là ngày làm việc"));
                if (!(isOff ? off : worked).Add(day) || (isOff ? worked : off).Contains(day)) faults.Add(new Fault(file.Path, number, $"ngày {day:dd/MM/yyyy} có hai lần"));
            }
        }
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^-\s*(?<what>nghỉ|làm)\s+(?<from>\d{1,2}/\d{1,2}/\d{4})(?:\s*(?:đến|–|-)\s*(?<to>\d{1,2}/\d{1,2}/\d{4}))?\s*:\s*\S")]
    private static partial Regex DaysLine();

    [GeneratedRegex(@"\d{2}:\d{2}")]
    private static partial Regex Time();
}
