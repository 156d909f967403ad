using System.Collections.Frozen;
using System.Reflection;

namespace Bot.Web.Files;

/// <summary>The files that pages need, from inside the assembly, and Web Chat from beside it.</summary>
public sealed class Assets
{
    private const string Prefix = "wwwroot/";
    private readonly FrozenDictionary<string, Asset> byName;

    public Assets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        byName = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => new Asset(name[Prefix.Length..], Read(assembly, name)))
            .ToFrozenDictionary(asset => asset.Name);
        ByAddress = byName.Values.ToFrozenDictionary(asset => asset.Address);
        WebChat = WebChatBundle.Beside(AppContext.BaseDirectory);
    }

    public FrozenDictionary<string, Asset> ByAddress { get; }

    public WebChatBundle WebChat { get; }

    public Asset this[string name] => byName[name];

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
