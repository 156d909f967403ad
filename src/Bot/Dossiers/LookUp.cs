namespace Bot.Dossiers;

/// <summary>What a look-up came back with.</summary>
public abstract record LookUp
{
    /// <summary>The dossier, proven by its verifier.</summary>
    public sealed record Found(Dossier Dossier) : LookUp;

    /// <summary>No such dossier, or not this verifier: never told apart.</summary>
    public sealed record NoMatch : LookUp;

    /// <summary>Too many guesses lately.</summary>
    public sealed record Limited : LookUp;

    /// <summary>The source could not be asked.</summary>
    public sealed record Down : LookUp;
}
