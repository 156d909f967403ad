namespace Bot.Dossiers;

/// <summary>A guess that was admitted and counted before anybody knows whether it is right.</summary>
/// <param name="Id">The key of its row in the table of guesses.</param>
/// <param name="Strict">The code has had too many wrong guesses: only the right verifier may be told from a refusal.</param>
public sealed record GuessTicket(byte[] Id, bool Strict);
