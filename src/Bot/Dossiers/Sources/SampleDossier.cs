namespace Bot.Dossiers.Sources;

/// <summary>An invented dossier with the last four digits of its invented phone.</summary>
internal sealed record SampleDossier(
    string Code, string PhoneEnd, string Procedure, string Applicant, int State, string StateLabel, string Received, string? Due, string? Unit, string? Note);
