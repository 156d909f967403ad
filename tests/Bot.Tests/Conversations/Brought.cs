using System.Globalization;
using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Tests.Conversations;

/// <summary>What a look-up brings, as a transcript writes it: "không khớp", or a state and what is special, parted by semicolons: "4; hẹn 2026-11-10".</summary>
internal static class Brought
{
    public static LookUp By(string what, DossierCode code) => what switch
    {
        "không khớp" => new LookUp.NoMatch(),
        "giới hạn" => new LookUp.Limited(),
        "hỏng" => new LookUp.Down(),
        _ => Found(what.Split(';', StringSplitOptions.TrimEntries), code),
    };

    private static LookUp.Found Found(string[] parts, DossierCode code)
    {
        int? state = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var found = new LookUp.Found(new Dossier
        {
            Code = code.Text, Procedure = "Cấp mới giấy phép hành nghề", Applicant = "Nguyễn Thị Mẫu", State = state, StateLabel = state is null ? parts[0] : "trạng thái " + state,
            Received = Moment("2026-11-02"), Due = Moment("2026-12-01"), Unit = "Phòng Nghiệp vụ Y", IsSample = true,
        });
        foreach (var part in parts[1..])
        {
            var (name, value) = part.IndexOf(' ') is > 0 and var space ? (part[..space], part[(space + 1)..]) : (part, "");
            var dossier = found.Dossier;
            found = name switch
            {
                "cũ" => new LookUp.Found(dossier with { AsOf = new DateTimeOffset(2026, 11, 21, 9, 5, 0, TimeSpan.FromHours(7)) }, IsLastKnown: true),
                "nhận" => found with { Dossier = dossier with { Received = value == "không" ? null : Moment(value) } },
                "nộp" => found with { Dossier = dossier with { Submitted = Moment(value) } },
                "hẹn" => found with { Dossier = dossier with { Due = value == "không" ? null : Moment(value) } },
                "xong" => found with { Dossier = dossier with { Finished = Moment(value) } },
                "bổ-sung" => found with { Dossier = dossier with { Supplements = [.. dossier.Supplements, new Supplement(value, null, null)] } },
                "hẹn-mới" => found with { Dossier = dossier with { Supplements = [dossier.Supplements[^1] with { NewDue = Moment(value) }] } },
                "phí" => found with { Dossier = dossier with { Fees = [.. dossier.Fees, Fee(value)] } },
                "ghi-chú" => found with { Dossier = dossier with { Note = value } },
                "mã-thủ-tục" => found with { Dossier = dossier with { ProcedureCode = value } },
                "chủ-khác" => found with { Dossier = dossier with { Owner = "another" } },
                "chưa-chắc" => found with { Dossier = dossier with { MayBeOpen = true } },
                "bưu-điện" => found with { Dossier = dossier with { IsByPost = true } },
                "quầy" => found with { Dossier = dossier with { IsByPost = false } },
                _ => throw new InvalidOperationException("Không hiểu «~ " + part + "»"),
            };
        }
        return found;
    }

    private static Fee Fee(string text) => text.Split('=', StringSplitOptions.TrimEntries) is [var name, var amount] ? new Fee(name, long.Parse(amount, CultureInfo.InvariantCulture)) : new Fee(text, null);

    private static VietnamMoment Moment(string text) => text.Split('T') is [var day, var time]
        ? new VietnamMoment(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture))
        : new VietnamMoment(DateOnly.Parse(text, CultureInfo.InvariantCulture));
}
