namespace Bot.Staff.Word.Reading;

/// <summary>Which links a notice may carry: to pages, letter boxes and telephones, never to scripts or files.</summary>
internal static class WebLink
{
    private const int Longest = 2000;

    public static bool Is(string link) =>
        link.Length <= Longest && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" or "tel";
}
