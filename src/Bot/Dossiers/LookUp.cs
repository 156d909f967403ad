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

    /// <summary>A source could not be asked, and no other has the dossier.</summary>
    /// <param name="IsCompared">Whether the verifier was compared with what other sources, or this one's last words, hold: then it was a guess.</param>
    public sealed record Down(bool IsCompared = false) : LookUp;
}
