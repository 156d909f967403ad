using System.Globalization;

namespace Bot.Channels.DirectLine;

/// <summary>A client's place in the log, which it sends back as it was given.</summary>
internal static class Watermark
{
    // What is no number reads from the start: the client takes an error for the end, and drops by id what it knows already.
    public static long Read(HttpRequest request) =>
        long.TryParse(request.Query["watermark"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0;
}
