using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace StandIns.Serving;

/// <summary>What a stand-in says to one request.</summary>
public sealed record Answer(int Status, string Body, string ContentType = "application/json; charset=utf-8")
{
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Json(int status, object body) => new(status, JsonSerializer.Serialize(body, Wire));

    public static Answer Empty(int status) => new(status, "");

    /// <summary>The page of a proxy that could not reach the service.</summary>
    public static Answer Page(int status) => new(status, $"<html><body><h1>{status}</h1></body></html>", "text/html");
}
