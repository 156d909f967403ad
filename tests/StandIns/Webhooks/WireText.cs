using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StandIns.Webhooks;

/// <summary>The ways in which one and the same JSON can stand on the wire, and bodies that are no decent JSON at all.</summary>
public static partial class WireText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Letters as themselves.</summary>
    public static byte[] Write(JsonNode body) => Encoding.UTF8.GetBytes(body.ToJsonString(Plain));

    /// <summary>Everything but ASCII as \uXXXX in small letters, and slashes as \/: how Facebook writes.</summary>
    public static byte[] WriteEscaped(JsonNode body)
    {
        var escaped = new StringBuilder();
        foreach (var c in body.ToJsonString(Plain))
        {
            if (c > 126) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else if (c == '/') escaped.Append("\\/");
            else escaped.Append(c);
        }
        return Encoding.ASCII.GetBytes(escaped.ToString());
    }

    /// <summary>Ids as bare numbers above 2^53, which a reader that makes doubles of them gets wrong.</summary>
    public static byte[] WriteNumericIds(JsonNode body) => Encoding.UTF8.GetBytes(QuotedId().Replace(body.ToJsonString(Plain), "$1$2"));

    /// <summary>The body with one letter of a text broken: bytes that are no UTF-8.</summary>
    public static byte[] InvalidUtf8(JsonNode body)
    {
        var bytes = Write(body);
        var broken = Array.FindIndex(bytes, b => b >= 0xC3);
        if (broken < 0) throw new ArgumentException("the body has no letter beyond ASCII that could be broken");
        bytes[broken] = 0xFF;
        return bytes;
    }

    /// <summary>An object within an object, so many levels down.</summary>
    public static byte[] Deep(int levels)
    {
        var text = new StringBuilder();
        for (var i = 0; i < levels; i++) text.Append("{\"a\":");
        return Encoding.ASCII.GetBytes(text.Append('1').Append('}', levels).ToString());
    }

    /// <summary>The body blown up to at least so many bytes by a field that nobody knows.</summary>
    public static byte[] Oversized(JsonObject body, int bytes)
    {
        var copy = (JsonObject)body.DeepClone();
        copy["padding"] = new string('x', bytes);
        return Write(copy);
    }

    [GeneratedRegex("""("(?:id|user_id|user_id_by_app|oa_id|app_id|sender_id)":)"(\d+)"(?=[,}])""")]
    private static partial Regex QuotedId();
}
