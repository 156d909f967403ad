using System.Text.RegularExpressions;
using Bot.Operation.Settings;

namespace Bot.Dossiers;

/// <summary>The agencies whose dossiers are kept, by what their codes begin with ("000.00.14.H56", "H56.14"), as Dossiers:Agencies says; none: all.</summary>
public sealed partial class Agencies(params string[] prefixes)
{
    public static Agencies From(IConfiguration configuration)
    {
        const string key = "Dossiers:Agencies";
        var prefixes = configuration.List(key).Select(prefix => prefix.ToUpperInvariant()).ToArray();
        return prefixes.All(prefix => Prefix().IsMatch(prefix)) ? new(prefixes)
            : throw SettingReading.Bad(key, configuration.Text(key)!, "phải là phần đầu của mã hồ sơ, cách nhau bằng dấu phẩy, ví dụ 000.00.14.H56, H56.14");
    }

    /// <summary>Whether a code in its normal form is one of theirs, or of an agency below them.</summary>
    public bool Have(string code) => prefixes.Length == 0
        || Array.Exists(prefixes, prefix => code.StartsWith(prefix, StringComparison.Ordinal) && code[prefix.Length..] is ['.' or '-', ..]);

    [GeneratedRegex(@"^(\d{3}\.\d{2}\.\d{2}\.[GH]\d{2}|[GH]\d{2}(\.\d{1,3}){0,2})$")]
    private static partial Regex Prefix();
}
