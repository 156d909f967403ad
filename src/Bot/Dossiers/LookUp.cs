namespace Bot.Dossiers;

/// <summary>What a look-up came back with.</summary>
public abstract record LookUp
{
    /// <summary>The dossier, proven by its verifier.</summary>
    /// <param name="IsLastKnown">Whether the source could not be asked and this is what it said last, at <see cref="Dossier.AsOf"/>.</param>
    public sealed record Found(Dossier Dossier, bool IsLastKnown = false) : LookUp;

    /// <summary>No such dossier, or not this verifier: never told apart.</summary>
    public sealed record NoMatch : LookUp;

    /// <summary>Too many guesses lately.</summary>
    public sealed record Limited : LookUp;

    /// <summary>The source could not be asked.</summary>
    public sealed record Down : LookUp;
}
