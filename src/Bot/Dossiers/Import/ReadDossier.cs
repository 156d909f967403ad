namespace Bot.Dossiers.Import;

/// <summary>What a row says: a dossier with the ends of the numbers that prove its owner, or what is wrong with it.</summary>
/// <param name="Code">The code; known of many a faulty row, too.</param>
public sealed record ReadDossier(string? Code, Dossier? Dossier, string? PhoneEnd, string? IdentityEnd, string? Fault)
{
    public static ReadDossier Bad(string? code, string fault) => new(code, null, null, null, fault);
}
