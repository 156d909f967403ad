using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Web.Files;

/// <summary>tro-ly.js with the addresses and the words of the moment written into it, so that it needs no further request.</summary>
public sealed class LauncherScript(Assets assets, LivePages pages)
{
    private const string Placeholder = "'@settings'";

    // Vietnamese letters as themselves; the encoder still escapes what could end the script or the string.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private (PageWords Words, Asset Script)? made;

    public Asset Current
    {
        get
        {
            var words = pages.Words;
            if (made is { } known && ReferenceEquals(known.Words, words)) return known.Script;
            var script = Make(words);
            made = (words, script);
            return script;
        }
    }

    private Asset Make(PageWords words)
    {
        var template = assets["tro-ly.js"];
        var settings = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["webChat"] = assets.WebChat.Address[1..],
            ["style"] = assets["tro-ly.css"].Address[1..],
            ["words"] = words.Launcher,
            ["webChatWords"] = words.WebChat,
        }, Json);
        var script = Encoding.UTF8.GetString(template.Content).Replace(Placeholder, settings, StringComparison.Ordinal);
        return new Asset(template.Name, Encoding.UTF8.GetBytes(script));
    }
}
