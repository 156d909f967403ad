using System.Text.Json;
using Bot.Operation.Settings;

namespace Bot.Dossiers.Import;

/// <summary>
/// How a system's own headers and states are read: {"headers":{"Số hồ sơ":"MaHoSo"},"states":{"waiting":5},"nineMayBeOpen":true}, from the file in the
/// setting Dossiers:Mapping.
/// </summary>
public sealed record DossierMapping
{
    /// <summary>Header to the national field's name.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>A state in the system's words or numbers to the national number.</summary>
    public Dictionary<string, int> States { get; init; } = [];

    /// <summary>The system sends 5, 6 and 8 upstream as 9, too: its 9 does not say that anything is done.</summary>
    public bool NineMayBeOpen { get; init; }

    public static DossierMapping From(IConfiguration configuration)
    {
        const string key = "Dossiers:Mapping";
        if (configuration.Text(key) is not { } path) return new();
        try
        {
            using var stream = File.OpenRead(path);
            var read = JsonSerializer.Deserialize(stream, MappingJson.Default.DossierMapping) ?? new();
            // The generated reader sets what is missing to nothing.
            var (headers, states) = (read.Headers ?? [], read.States ?? []);
            if (headers.Values.FirstOrDefault(field => !DossierRows.Fields.Contains(field)) is { } field)
                throw SettingReading.Bad(key, path, $"không có trường \"{field}\"");
            if (states.Any(state => state.Value is < 1 or > 10)) throw SettingReading.Bad(key, path, "trạng thái phải là số từ 1 đến 10");
            return read with { Headers = Folded(headers), States = Folded(states) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadSettingException($"Cài đặt {key} = \"{path}\": không đọc được tệp. {error.Message}", error);
        }
    }

    private static Dictionary<string, T> Folded<T>(Dictionary<string, T> from)
    {
        var folded = new Dictionary<string, T>();
        foreach (var (name, value) in from) folded[NationalStates.Folded(name)] = value;
        return folded;
    }
}
