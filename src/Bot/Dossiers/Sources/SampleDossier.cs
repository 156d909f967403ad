using System.Globalization;

namespace Bot.Dossiers.Sources;

/// <summary>An invented dossier with the last four digits of its invented phone.</summary>
internal sealed record SampleDossier(
    string Code, string PhoneEnd, string Procedure, string Applicant, int State, string StateLabel, string Received, string? Due, string? Unit, string? Note)
{
    public Dossier ToDossier() => new()
    {
        Code = Code, Procedure = Procedure, Applicant = Applicant, State = State, StateLabel = StateLabel, Received = Day(Received), Due = Day(Due), Unit = Unit, Note = Note, IsSample = true,
    };

    private static VietnamMoment? Day(string? text) => text is null ? null : new VietnamMoment(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
