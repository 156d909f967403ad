namespace Bot.Dossiers;

/// <summary>How a result is handed over, as the national field HinhThuc tells it.</summary>
public static class NationalHandOver
{
    /// <summary>Whether by post; null where nothing national is written.</summary>
    public static bool? IsByPost(string? written) => written switch { "0" => false, "1" => true, _ => null };
}
