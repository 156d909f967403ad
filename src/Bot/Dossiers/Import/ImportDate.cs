namespace Bot.Dossiers.Import;

/// <summary>Dates as exports write them.</summary>
public static class ImportDate
{
    private static readonly string[] Forms =
        ["yyyyMMddHHmmss", "yyyyMMdd", "d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads a date; false when there is something that is none. Nothing at all is read as null.</summary>
    public static bool TryRead(string text, out VietnamMoment? moment) => VietnamMoment.TryRead(text, Forms, out moment);
}
