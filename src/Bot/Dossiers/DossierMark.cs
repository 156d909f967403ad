namespace Bot.Dossiers;

/// <summary>What of a dossier a follower is told about, as a text that changes exactly when he is to be told.</summary>
public static class DossierMark
{
    public static string Of(Dossier dossier) => string.Join('|', dossier.State, dossier.StateLabel, dossier.Due, dossier.Supplements.Length);
}
