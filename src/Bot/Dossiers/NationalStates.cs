using System.Globalization;
using Knowledge.Analysis;

namespace Bot.Dossiers;

/// <summary>The ten national states of a dossier, by number and by label.</summary>
public static class NationalStates
{
    /// <summary>"Đã xử lý xong".</summary>
    public const int Done = 9;

    private static readonly string[] Labels =
    [
        "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
        "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
    ];

    private static readonly Dictionary<string, int> Numbers =
        Labels.Select((label, i) => (label, i)).ToDictionary(state => Folded(state.label), state => state.i + 1);

    public static string Label(int number) => Labels[number - 1];

    /// <summary>What a state is called that a source wrote: its label where it is only a number, else as it was written.</summary>
    public static string Label(int? state, string written) => state is { } number && int.TryParse(written, out _) ? Label(number) : written;

    /// <summary>The number that a text is or whose label it is; null for a state that is not national.</summary>
    public static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is >= 1 and <= 10 ? number : null
        : Numbers.TryGetValue(Folded(text), out var known) ? known : null;

    /// <summary>A label without case and diacritics.</summary>
    public static string Folded(string label) => Letters.Fold(label.Normalize().Trim().ToLowerInvariant());
}
