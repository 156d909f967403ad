namespace Bot.Dossiers;

/// <summary>A request for further papers.</summary>
/// <param name="What">What is to be added, in the office's words.</param>
/// <param name="NewDue">When the result is due after it; null where the source does not say.</param>
public sealed record Supplement(string What, VietnamMoment? Asked, VietnamMoment? NewDue);
