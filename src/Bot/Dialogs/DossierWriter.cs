using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Dossiers;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Dialogs;

/// <summary>Words a dossier for its owner: the state and what to do, whether it is in time, then what is recorded of it, and which notices say what to do.</summary>
public sealed partial class DossierWriter(Wording wording, WorkingCalendar calendar, Librarian librarian)
{
    private static readonly TimeSpan OldAfter = TimeSpan.FromHours(24);

    private readonly DossierTiming timing = new(wording, calendar);
    private readonly AnswerWriter sources = new(wording);
    // The notices on procedures, by their national codes.
    private readonly Dictionary<string, Notice> procedures = librarian.Passages.Select(p => p.Notice).Where(n => n.Code is not null).DistinctBy(n => n.Code).ToDictionary(n => n.Code!);

    /// <summary>The whole answer.</summary>
    public Reply Whole(LookUp.Found found, DateTimeOffset at)
    {
        var dossier = found.Dossier;
        return Answer(at, [
            wording.Say("dossier.found", ("code", dossier.Code), ("state", Escaped(Label(dossier)))), Meaning(dossier), timing.Of(dossier, at),
            Facts(dossier, at), Note(dossier), .. Provisos(found, at)]);
    }

    /// <summary>The answer to a follow-up: what was asked ("due", "slow", "unit", "missing", "pay", "state") first, and no list.</summary>
    public Reply Short(LookUp.Found found, string asked, DateTimeOffset at)
    {
        var dossier = found.Dossier;
        var state = wording.Say("dossier.found", ("code", dossier.Code), ("state", Escaped(Label(dossier))));
        return Answer(at, asked switch
        {
            "due" => [Due(dossier), timing.Of(dossier, at), state, Meaning(dossier), .. Provisos(found, at)],
            "slow" => [timing.Of(dossier, at), state, Meaning(dossier), .. Provisos(found, at)],
            "unit" => [wording.Say("dossier.asked-unit", ("code", dossier.Code), ("unit", Unit(dossier))), state, Meaning(dossier), .. Provisos(found, at)],
            "missing" when dossier is { MayBeOpen: false, State: not 5 } => [wording.Say("dossier.nothing-missing", ("code", dossier.Code)), state, Meaning(dossier), Note(dossier), .. Provisos(found, at)],
            "pay" when dossier is { MayBeOpen: false, State: not 6, Fees.IsEmpty: true } => [wording.Say("dossier.nothing-to-pay", ("code", dossier.Code)), state, Meaning(dossier), Note(dossier), .. Provisos(found, at)],
            // Where a source has no field for what is missing or to be paid, the office's note says it.
            _ => [state, Meaning(dossier), Note(dossier), timing.Of(dossier, at), .. Provisos(found, at)],
        });
    }

    /// <summary>The state in its source's words; some send none.</summary>
    public string Label(Dossier dossier) => dossier.StateLabel.Length > 0 ? dossier.StateLabel : wording.Say("dossier.not-recorded");

    private string Due(Dossier dossier) => dossier.DueNow is { } due && !DossierTiming.HasEnded(dossier)
        ? wording.Say("dossier.asked-due", ("code", dossier.Code), ("due", timing.Write(due)))
        : "";

    private Told Meaning(Dossier dossier)
    {
        var key = dossier.MayBeOpen ? "dossier.state.may-be-open"
            : dossier.State is { } state && wording.Has($"dossier.state.{state}") ? $"dossier.state.{state}" : "dossier.state.unknown";
        return new Told(dossier.MayBeOpen ? wording.Say(key) : dossier.State switch
        {
            5 when dossier.Supplements is [.., var last] && !string.IsNullOrWhiteSpace(last.What) =>
                Joined([wording.Say("dossier.supplement", ("what", Escaped(last.What))), last.NewDue is { } due ? wording.Say("dossier.supplement-due", ("due", timing.Write(due))) : ""]),
            6 when !dossier.Fees.IsEmpty => Joined([wording.Say(key), string.Join('\n', dossier.Fees.Select(Fee))]),
            10 when dossier.Returned is { } returned => wording.Say("dossier.returned", ("day", wording.Day(returned.Day))),
            9 when dossier.IsByPost is { } isByPost => wording.Say(isByPost ? "dossier.result-by-post" : "dossier.result-at-counter"),
            _ => wording.Say(key),
        }, key);
    }

    // The parts that say anything, then the sections that say the same as some of them do.
    private Reply Answer(DateTimeOffset at, ImmutableArray<Told> parts)
    {
        var today = VietnamTime.Day(at);
        var said = parts.Select(part => part.Key is { } key && wording.Sources.TryGetValue(key, out var address) ? librarian.Find(address) : null).OfType<Passage>().ToArray();
        return new Reply(Joined([.. parts.Select(part => part.Text), .. said.Select(passage => sources.Say("dossier.source", passage, today))]), Outcome.Answered)
        {
            Citations = [.. said.Select(sources.Cite)],
        };
    }

    private string Fee(Fee fee) => fee.Amount is { } amount
        ? wording.Say("dossier.fee", ("amount", amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')), ("name", Escaped(fee.Name)))
        : wording.Say("dossier.fee-unknown", ("name", Escaped(fee.Name)));

    private string Received(Dossier dossier) => dossier switch
    {
        { Received: { } received } => wording.Day(received.Day),
        { Submitted: { } submitted } => wording.Say("dossier.submitted", ("day", wording.Day(submitted.Day))),
        _ => wording.Say("dossier.not-recorded"),
    };

    private string Facts(Dossier dossier, DateTimeOffset at) => wording.Say("dossier.facts",
        ("received", Received(dossier)),
        ("due", dossier.DueNow is { } due ? timing.Write(due) : wording.Say("dossier.not-recorded")),
        ("applicant", Masked.Name(dossier.Applicant)), ("unit", Unit(dossier)), ("procedure", Procedure(dossier, VietnamTime.Day(at))));

    // Where a notice that may still hold tells about it, its name leads there.
    private string Procedure(Dossier dossier, DateOnly today) =>
        dossier.ProcedureCode is { } code && procedures.TryGetValue(code, out var notice) && notice.MayHoldOn(today) && dossier.Procedure.Length > 0
            ? wording.Say("dossier.procedure", ("name", Escaped(dossier.Procedure)), ("path", AnswerWriter.Path(notice))) : Escaped(dossier.Procedure);

    private string Unit(Dossier dossier) => dossier.Unit is { } unit ? Escaped(unit) : wording.Say("dossier.not-recorded");

    private string Note(Dossier dossier) => string.IsNullOrWhiteSpace(dossier.Note) ? "" : wording.Say("dossier.note", ("note", Escaped(dossier.Note)));

    private IEnumerable<Told> Provisos(LookUp.Found found, DateTimeOffset at)
    {
        var age = found.Dossier.AsOf is { } asOf ? (ReadOnlySpan<(string, string)>)[("time", VietnamTime.Clock(asOf)), ("day", wording.Day(VietnamTime.Day(asOf)))] : [];
        if (found.IsLastKnown) yield return age.IsEmpty ? wording.Say("dossier.last-known-undated") : wording.Say("dossier.last-known", age);
        // An export of yesterday may not know what happened since.
        else if (!age.IsEmpty && !found.Dossier.IsSample && at - found.Dossier.AsOf > OldAfter) yield return wording.Say("dossier.as-of", age);
        if (found.Dossier.IsSample) yield return wording.Say("dossier.sample");
    }

    private static string Joined(ImmutableArray<string> parts) => string.Join("\n\n", parts.Where(p => p.Length > 0));

    // What officers wrote is text, on one line: nothing in it makes a link, a heading or a picture. Braces would be filled in.
    private static string Escaped(string text) => Special().Replace(Space().Replace(text.Trim(), " ").Replace('{', '(').Replace('}', ')'), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>#|~!]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
