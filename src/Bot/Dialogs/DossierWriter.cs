using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Dossiers;

namespace Bot.Dialogs;

/// <summary>Words a dossier for its owner: the state and what to do, whether it is in time, then what is recorded of it.</summary>
public sealed partial class DossierWriter(Wording wording, WorkingCalendar calendar)
{
    private static readonly TimeSpan OldAfter = TimeSpan.FromHours(24);

    private readonly DossierTiming timing = new(wording, calendar);

    /// <summary>The whole answer.</summary>
    public string Whole(LookUp.Found found, DateTimeOffset at)
    {
        var dossier = found.Dossier;
        return Joined([
            wording.Say("dossier.found", ("code", dossier.Code), ("state", Escaped(Label(dossier)))), Meaning(dossier), timing.Of(dossier, at),
            Facts(dossier), Note(dossier), .. Provisos(found, at)]);
    }

    /// <summary>The answer to a follow-up: what was asked ("due", "slow", "unit", "state") first, and no list.</summary>
    public string Short(LookUp.Found found, string asked, DateTimeOffset at)
    {
        var dossier = found.Dossier;
        var state = wording.Say("dossier.found", ("code", dossier.Code), ("state", Escaped(Label(dossier))));
        return Joined(asked switch
        {
            "due" => [Due(dossier), timing.Of(dossier, at), state, Meaning(dossier), .. Provisos(found, at)],
            "slow" => [timing.Of(dossier, at), state, Meaning(dossier), .. Provisos(found, at)],
            "unit" => [wording.Say("dossier.asked-unit", ("code", dossier.Code), ("unit", Unit(dossier))), state, Meaning(dossier), .. Provisos(found, at)],
            _ => [state, Meaning(dossier), timing.Of(dossier, at), .. Provisos(found, at)],
        });
    }

    /// <summary>The state in its source's words; some send none.</summary>
    public string Label(Dossier dossier) => dossier.StateLabel.Length > 0 ? dossier.StateLabel : wording.Say("dossier.not-recorded");

    private string Due(Dossier dossier) => dossier.DueNow is { } due && !DossierTiming.HasEnded(dossier)
        ? wording.Say("dossier.asked-due", ("code", dossier.Code), ("due", timing.Write(due)))
        : "";

    private string Meaning(Dossier dossier) => dossier.State switch
    {
        _ when dossier.MayBeOpen => wording.Say("dossier.state.may-be-open"),
        5 when dossier.Supplements is [.., var last] && !string.IsNullOrWhiteSpace(last.What) =>
            Joined([wording.Say("dossier.supplement", ("what", Escaped(last.What))), last.NewDue is { } due ? wording.Say("dossier.supplement-due", ("due", timing.Write(due))) : ""]),
        6 when !dossier.Fees.IsEmpty => Joined([wording.Say("dossier.state.6"), string.Join('\n', dossier.Fees.Select(Fee))]),
        10 when dossier.Returned is { } returned => wording.Say("dossier.returned", ("day", VietnamTime.Write(returned.Day))),
        9 when dossier.IsByPost is { } isByPost => wording.Say(isByPost ? "dossier.result-by-post" : "dossier.result-at-counter"),
        { } state when wording.Has($"dossier.state.{state}") => wording.Say($"dossier.state.{state}"),
        _ => wording.Say("dossier.state.unknown"),
    };

    private string Fee(Fee fee) => fee.Amount is { } amount
        ? wording.Say("dossier.fee", ("amount", amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')), ("name", Escaped(fee.Name)))
        : wording.Say("dossier.fee-unknown", ("name", Escaped(fee.Name)));

    private string Received(Dossier dossier) => dossier switch
    {
        { Received: { } received } => VietnamTime.Write(received.Day),
        { Submitted: { } submitted } => wording.Say("dossier.submitted", ("day", VietnamTime.Write(submitted.Day))),
        _ => wording.Say("dossier.not-recorded"),
    };

    private string Facts(Dossier dossier) => wording.Say("dossier.facts",
        ("received", Received(dossier)),
        ("due", dossier.DueNow is { } due ? timing.Write(due) : wording.Say("dossier.not-recorded")),
        ("applicant", Masked.Name(dossier.Applicant)), ("unit", Unit(dossier)), ("procedure", Escaped(dossier.Procedure)));

    private string Unit(Dossier dossier) => dossier.Unit is { } unit ? Escaped(unit) : wording.Say("dossier.not-recorded");

    private string Note(Dossier dossier) => string.IsNullOrWhiteSpace(dossier.Note) ? "" : wording.Say("dossier.note", ("note", Escaped(dossier.Note)));

    private IEnumerable<string> Provisos(LookUp.Found found, DateTimeOffset at)
    {
        var age = found.Dossier.AsOf is { } asOf ? (ReadOnlySpan<(string, string)>)[("time", VietnamTime.Clock(asOf)), ("day", VietnamTime.Write(VietnamTime.Day(asOf)))] : [];
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
