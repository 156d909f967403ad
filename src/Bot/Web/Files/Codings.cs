using Microsoft.Net.Http.Headers;

namespace Bot.Web.Files;

/// <summary>What browsers and files call a coding, and which one a request gets.</summary>
public static class Codings
{
    /// <summary>The smallest coding that the request accepts.</summary>
    public static Coding Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts(accepted, "br") ? Coding.Brotli : Accepts(accepted, "gzip") ? Coding.Gzip : Coding.Identity;
    }

    /// <summary>The name in Content-Encoding; null where nothing is compressed.</summary>
    public static string? Name(this Coding coding) => coding switch
    {
        Coding.Brotli => "br",
        Coding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The ending of a file that was compressed beforehand.</summary>
    public static string Ending(this Coding coding) => coding switch
    {
        Coding.Brotli => ".br",
        Coding.Gzip => ".gz",
        _ => "",
    };

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string name) =>
        accepted.Any(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
}
